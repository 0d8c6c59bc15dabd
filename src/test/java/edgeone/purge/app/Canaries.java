package edgeone.purge.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unique secrets, and a search for them in every form. Independent of the program's own scan, which
 * may be wrong.
 */
final class Canaries {
    static final String KEY = "CanaryKeyQ7xT2mZ9vR4bN8pL3kJ6hG1";
    static final String TOKEN = "CanaryTok+en/Wd5==sYf2uC7eXo~Ai0_Bq8-" + "Zp4Lm1Nx6".repeat(12);
    static final String PASSPHRASE = "canary passphrase Grün 77";
    static final String PROXY_PASSWORD = "CanaryProxyPw#Ü8w!";
    static final String TEAM_PASSWORD = "CanaryTeamPw%5Ör&2";

    /** Needles by form, as bytes read as Latin-1. */
    private final Map<String, String> needles = new LinkedHashMap<>();

    static Canaries all() {
        return of(KEY, TOKEN, PASSPHRASE, PROXY_PASSWORD, TEAM_PASSWORD);
    }

    static Canaries of(String... secrets) {
        Canaries canaries = new Canaries();
        for (int i = 0; i < secrets.length; i++) {
            for (Map.Entry<String, byte[]> form : forms(secrets[i]).entrySet()) {
                canaries.needles.put(
                        form.getKey() + " of secret " + i,
                        new String(form.getValue(), StandardCharsets.ISO_8859_1));
            }
        }
        return canaries;
    }

    /** Every form a secret may have, by name. */
    static Map<String, byte[]> forms(String secret) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        forms.put("plain", utf8);
        forms.put("UTF-16LE", secret.getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16BE", secret.getBytes(StandardCharsets.UTF_16BE));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + utf8.length];
            System.arraycopy(utf8, 0, shifted, before, utf8.length);
            // The first and last characters depend on their neighbours.
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length * 4 / 3;
            forms.put("Base64 +" + before, cut(Base64.getEncoder().encode(shifted), from, to));
            forms.put(
                    "Base64 for URLs +" + before,
                    cut(Base64.getUrlEncoder().encode(shifted), from, to));
        }
        String hex = HexFormat.of().formatHex(utf8);
        forms.put("hex", ascii(hex));
        forms.put("HEX", ascii(hex.toUpperCase(Locale.ROOT)));
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.put("URL-encoded form", ascii(form));
        forms.put("URL-encoded", ascii(form.replace("+", "%20")));
        return forms;
    }

    private static byte[] cut(byte[] text, int from, int to) {
        return java.util.Arrays.copyOfRange(text, from, to);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The secrets and forms found in {@code text}. */
    List<String> in(String where, String text, Charset charset) {
        return in(where, text.getBytes(charset));
    }

    List<String> in(String where, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        needles.forEach(
                (form, needle) -> {
                    int at = text.indexOf(needle);
                    if (at >= 0) {
                        found.add(form + " in " + where + " at " + at);
                    }
                });
        return found;
    }

    /** The secrets and forms found in the files of a folder, their names, and inside archives. */
    List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            found.addAll(in("the name of " + file, file.toString(), StandardCharsets.UTF_8));
            found.addAll(in(file.toString(), content));
            if (file.toString().endsWith(".zip")) {
                try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                    for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                        found.addAll(in(file + "!" + e.getName(), zip.readAllBytes()));
                    }
                }
            }
        }
        return found;
    }
}
