import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes the PNG, ICO and ICNS files from the SVG master beside it: {@code java icons/Icons.java},
 * from the project's folder. Needs a JDK and nothing else, and the same JDK always writes the same bytes. It
 * knows the part of SVG that the master uses (rect, path with M L A Z, one linear gradient, fill,
 * stroke) and refuses the rest.
 */
final class Icons {
    private static final String NAME = "edgeone-purge";
    private static final List<Integer> PNG = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> ICO = List.of(16, 20, 24, 32, 40, 48, 64, 256);

    /** ICNS types by what they hold: plain sizes, then the same for doubled pixels. */
    private static final Map<String, Integer> ICNS =
            Map.of("icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512,
                    "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512, "ic10", 1024);

    private final Map<String, Paint> paints = new HashMap<>();
    private final NodeList drawn;
    private final double side;

    private Icons(Path svg) throws Exception {
        Element root =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(svg.toFile())
                        .getDocumentElement();
        side = Double.parseDouble(root.getAttribute("viewBox").split(" ")[2]);
        NodeList gradients = root.getElementsByTagName("linearGradient");
        for (int i = 0; i < gradients.getLength(); i++) {
            Element gradient = (Element) gradients.item(i);
            paints.put("url(#" + gradient.getAttribute("id") + ")", gradient(gradient));
        }
        drawn = root.getChildNodes();
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of("icons");
        Icons icons = new Icons(folder.resolve(NAME + ".svg"));
        for (int size : PNG) {
            Files.write(folder.resolve(NAME + "-" + size + ".png"), png(icons.draw(size)));
        }
        Files.write(folder.resolve(NAME + ".ico"), icons.ico());
        Files.write(folder.resolve(NAME + ".icns"), icons.icns());
    }

    private BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.scale(size / side, size / side);
        for (int i = 0; i < drawn.getLength(); i++) {
            if (drawn.item(i) instanceof Element element) {
                draw(g, element);
            }
        }
        g.dispose();
        return image;
    }

    private void draw(Graphics2D g, Element element) {
        Shape shape =
                switch (element.getTagName()) {
                    case "rect" -> {
                        double round = 2 * number(element, "rx");
                        yield new RoundRectangle2D.Double(
                                number(element, "x"), number(element, "y"),
                                number(element, "width"), number(element, "height"), round, round);
                    }
                    case "path" -> path(element.getAttribute("d"));
                    case "title", "defs" -> null;
                    default -> throw new IllegalArgumentException(element.getTagName());
                };
        if (shape == null) {
            return;
        }
        if (!element.getAttribute("fill").equals("none")) {
            g.setPaint(paint(element.getAttribute("fill")));
            g.fill(shape);
        }
        if (element.hasAttribute("stroke")) {
            boolean roundCap = element.getAttribute("stroke-linecap").equals("round");
            boolean roundJoin = element.getAttribute("stroke-linejoin").equals("round");
            g.setPaint(paint(element.getAttribute("stroke")));
            g.setStroke(
                    new BasicStroke(
                            (float) number(element, "stroke-width"),
                            roundCap ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                            roundJoin ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER));
            g.draw(shape);
        }
    }

    private static Path2D path(String data) {
        Path2D path = new Path2D.Double();
        try (Scanner in = new Scanner(data)) {
            while (in.hasNext()) {
                String command = in.next();
                switch (command) {
                    case "M" -> path.moveTo(next(in), next(in));
                    case "L" -> path.lineTo(next(in), next(in));
                    case "Z" -> path.closePath();
                    case "A" -> {
                        double radius = next(in);
                        if (next(in) != radius || next(in) != 0) {
                            throw new IllegalArgumentException("only parts of circles: " + data);
                        }
                        boolean large = next(in) == 1;
                        boolean clockwise = next(in) == 1;
                        Point2D to = new Point2D.Double(next(in), next(in));
                        path.append(arc(path.getCurrentPoint(), to, radius, large, clockwise), true);
                    }
                    default -> throw new IllegalArgumentException(command);
                }
            }
        }
        return path;
    }

    /** From end points to a centre, SVG 1.1 F.6.5 for circles. */
    private static Arc2D arc(
            Point2D from, Point2D to, double radius, boolean large, boolean clockwise) {
        double dx = (to.getX() - from.getX()) / 2;
        double dy = (to.getY() - from.getY()) / 2;
        double half = Math.hypot(dx, dy);
        double away = Math.sqrt(Math.max(0, radius * radius - half * half)) / half;
        double sign = large == clockwise ? 1 : -1;
        double cx = from.getX() + dx + sign * away * dy;
        double cy = from.getY() + dy - sign * away * dx;
        double start = Math.toDegrees(Math.atan2(cy - from.getY(), from.getX() - cx));
        double end = Math.toDegrees(Math.atan2(cy - to.getY(), to.getX() - cx));
        double extent = end - start;
        if (clockwise && extent > 0) {
            extent -= 360;
        } else if (!clockwise && extent < 0) {
            extent += 360;
        }
        return new Arc2D.Double(
                cx - radius, cy - radius, 2 * radius, 2 * radius, start, extent, Arc2D.OPEN);
    }

    private static double next(Scanner in) {
        return Double.parseDouble(in.next());
    }

    private Paint paint(String value) {
        return value.startsWith("#") ? Color.decode(value) : paints.get(value);
    }

    private static Paint gradient(Element element) {
        NodeList stops = element.getElementsByTagName("stop");
        float[] at = new float[stops.getLength()];
        Color[] colors = new Color[at.length];
        for (int i = 0; i < at.length; i++) {
            Element stop = (Element) stops.item(i);
            at[i] = Float.parseFloat(stop.getAttribute("offset"));
            colors[i] = Color.decode(stop.getAttribute("stop-color"));
        }
        return new LinearGradientPaint(
                new Point2D.Double(number(element, "x1"), number(element, "y1")),
                new Point2D.Double(number(element, "x2"), number(element, "y2")),
                at,
                colors);
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Small pictures as bitmaps, which every reader of ICO files knows, the big one as PNG. */
    private byte[] ico() throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : ICO) {
            pictures.add(size < 256 ? bitmap(draw(size)) : png(draw(size)));
        }
        int offset = 6 + 16 * ICO.size();
        int total = offset + pictures.stream().mapToInt(p -> p.length).sum();
        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        for (int i = 0; i < ICO.size(); i++) {
            byte side = (byte) (int) ICO.get(i);
            out.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(out::put);
        return out.array();
    }

    private static byte[] bitmap(BufferedImage image) {
        int side = image.getWidth();
        int maskRow = (side + 31) / 32 * 4;
        ByteBuffer out =
                ByteBuffer.allocate(40 + 4 * side * side + maskRow * side)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(40).putInt(side).putInt(2 * side).putShort((short) 1).putShort((short) 32);
        out.putInt(0).putInt(4 * side * side + maskRow * side).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int y = side - 1; y >= 0; y--) {
            for (int x = 0; x < side; x++) {
                out.putInt(image.getRGB(x, y));
            }
        }
        return out.array();
    }

    private byte[] icns() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String type : ICNS.keySet().stream().sorted().toList()) {
            byte[] picture = png(draw(ICNS.get(type)));
            body.writeBytes(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            body.writeBytes(ByteBuffer.allocate(4).putInt(picture.length + 8).array());
            body.writeBytes(picture);
        }
        ByteBuffer out = ByteBuffer.allocate(body.size() + 8);
        out.put("icns".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(out.capacity());
        return out.put(body.toByteArray()).array();
    }
}
