package edgeone.purge.engine.pace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** A pace as one line of text; a torn line is never accepted. */
final class PaceLine {
    private static final String MARK = "pace2";

    /** Mark, next, rate, changed, throttled, ceiling and its end; then the ages of slots. */
    private static final int FIXED_PARTS = 7;

    /** Fixed length of the written form, so that a new line fully overwrites an old one. */
    static final int BYTES = 320;

    private PaceLine() {}

    static byte[] encode(Pace pace) {
        StringBuilder numbers = new StringBuilder(BYTES).append(MARK);
        for (long number :
                new long[] {
                    pace.next(),
                    pace.milliRate(),
                    pace.changed(),
                    pace.throttled(),
                    pace.ceiling(),
                    pace.ceilingEnds()
                }) {
            numbers.append(' ').append(number);
        }
        for (long slot : pace.taken()) {
            numbers.append(' ').append(pace.next() - slot);
        }
        byte[] line = new byte[BYTES];
        Arrays.fill(line, (byte) ' ');
        byte[] text =
                (numbers + " " + checksum(numbers.toString())).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, line, 0, text.length);
        line[BYTES - 1] = '\n';
        return line;
    }

    /** Empty for anything but a complete line written by {@link #encode}. */
    static Optional<Pace> decode(byte[] line, int perSecond) {
        String text = new String(line, StandardCharsets.US_ASCII).strip();
        int end = text.lastIndexOf(' ');
        if (end < 0 || !checksum(text.substring(0, end)).equals(text.substring(end + 1))) {
            return Optional.empty();
        }
        String[] parts = text.substring(0, end).split(" ", -1);
        if (parts.length < FIXED_PARTS
                || parts.length > FIXED_PARTS + Pace.MOST_TAKEN
                || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            long[] n = Arrays.stream(parts).skip(1).mapToLong(Long::parseLong).toArray();
            List<Long> taken = new ArrayList<>();
            for (int i = FIXED_PARTS - 1; i < n.length; i++) {
                taken.add(n[0] - n[i]);
            }
            Pace pace = new Pace(taken, n[0], n[1], n[2], n[3], n[4], n[5]);
            return isPlausible(pace, perSecond) ? Optional.of(pace) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(Pace pace, int perSecond) {
        long far = Long.MAX_VALUE / 4;
        List<Long> times = new ArrayList<>(pace.taken());
        times.addAll(List.of(pace.next(), pace.changed(), pace.throttled(), pace.ceilingEnds()));
        return times.stream().allMatch(t -> t >= 0 && t < far)
                && Math.min(pace.milliRate(), pace.ceiling()) >= Pace.SLOWEST
                && pace.milliRate() <= perSecond * 1_000L;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
