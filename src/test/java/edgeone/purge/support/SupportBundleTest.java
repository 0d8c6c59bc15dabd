package edgeone.purge.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

final class SupportBundleTest {
    private static final String KEY = "CanaryKey0123456789abcdefABCDEF99";
    private static final String TOKEN = "CanaryToken" + "xyz/+=".repeat(50);

    @TempDir Path home;

    private final KnownSecrets known = new KnownSecrets();

    @Test
    void holdsWhatSupportNeedsAndNoMore() throws Exception {
        known.add("prod", new Secret(KEY.toCharArray(), TOKEN.toCharArray()));
        log("edgeone-purge.0.log", "INFO started\n");
        Path zip = home.resolve("support.zip");
        bundle().save(zip, known.scan());
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .containsExactly("versions.txt", "settings.json", "log/edgeone-purge.0.log");
            assertThat(
                            new String(
                                    file.getInputStream(file.getEntry("versions.txt"))
                                            .readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .startsWith("program=1.2.3\n")
                    .contains("java.version=");
        }
    }

    /** Each leak is planted in something the bundle includes, each in another form. */
    @Test
    void isRefusedForAnyKnownSecretInAnyFormAndLeavesNoFile() throws Exception {
        known.add("prod", new Secret(KEY.toCharArray(), TOKEN.toCharArray()));
        List<String> leaks =
                new ArrayList<>(
                        List.of(
                                KEY,
                                TOKEN,
                                Base64.getEncoder().encodeToString(("u:" + KEY).getBytes()),
                                java.util.HexFormat.of().formatHex(KEY.getBytes()),
                                java.net.URLEncoder.encode(TOKEN, StandardCharsets.UTF_8)));
        for (String leak : leaks) {
            log("edgeone-purge.0.log", "DEBUG header " + leak + "\n");
            Path zip = home.resolve("support.zip");
            assertThatThrownBy(() -> bundle().save(zip, known.scan()))
                    .isInstanceOfSatisfying(
                            SupportBundle.LeakException.class,
                            e -> {
                                assertThat(e.part()).isEqualTo("log/edgeone-purge.0.log");
                                assertThat(e.finding().name()).isEqualTo("prod");
                                assertThat(e.toString()).doesNotContain(leak);
                            });
            assertThat(zip).doesNotExist();
        }
    }

    @Test
    void aSecretHalvedByTheCutIsNotInIt() throws Exception {
        known.add("prod", new Secret(KEY.toCharArray(), null));
        // The included part begins in the middle of the key.
        int taken = 4 << 20;
        String rest = "\n" + "x".repeat(taken - 1 - KEY.length() / 2);
        log("edgeone-purge.0.log", "begin " + KEY + rest);
        Path zip = home.resolve("support.zip");
        bundle().save(zip, known.scan());
        try (ZipFile file = new ZipFile(zip.toFile())) {
            byte[] packed =
                    file.getInputStream(file.getEntry("log/edgeone-purge.0.log")).readAllBytes();
            assertThat(packed).containsOnly('x').hasSize(rest.length() - 1);
        }
    }

    private SupportBundle bundle() throws Exception {
        return new SupportBundle()
                .versions("1.2.3")
                .text("settings.json", "{}")
                .logs(home.resolve("log"));
    }

    private void log(String name, String content) throws Exception {
        Files.createDirectories(home.resolve("log"));
        Files.writeString(home.resolve("log").resolve(name), content);
    }
}
