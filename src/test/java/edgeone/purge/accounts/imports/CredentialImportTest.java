package edgeone.purge.accounts.imports;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.imports.ImportReport.Found;
import edgeone.purge.accounts.imports.ImportReport.Reason;
import edgeone.purge.accounts.imports.ImportReport.Skipped;
import edgeone.purge.teo.net.TeoEndpoint;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

final class CredentialImportTest {
    private static final String ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    private static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

    @TempDir Path userHome;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(userHome.resolve(".tccli"));
        Files.createDirectories(userHome.resolve(".tencentcloud"));
    }

    @Test
    void nothingIsFoundInAnEmptyHome() throws IOException {
        ImportReport empty = look(Map.of());
        assertThat(empty.found()).isEmpty();
        assertThat(empty.skipped()).isEmpty();
        Files.delete(userHome.resolve(".tccli"));
        Files.delete(userHome.resolve(".tencentcloud"));
        assertThat(look(Map.of()).skipped()).isEmpty();
    }

    @Test
    void profilesOfTccliComeWithRegionEndpointAndToken() throws IOException {
        tccli("default.credential", "{\"secretId\": \"%s\", \"secretKey\": \"%s\"}");
        tccli(
                "default.configure",
                "{\"_sys_param\": {\"region\": \"ap-guangzhou\", \"output\": \"json\"},"
                        + " \"teo\": {\"endpoint\": \"teo.intl.tencentcloudapi.com\"}}");
        tccli(
                "temp.credential",
                "{\"secretId\": \"%s\", \"secretKey\": \"%s\", \"token\": \"tok\","
                        + " \"type\": \"default\", \"expiresAt\": 1800000060}");
        tccli(
                "temp.configure",
                "{\"teo\": {\"endpoint\": \"teo.ap-hongkong.tencentcloudapi.com\"}}");
        try (ImportReport report = look(Map.of())) {
            assertThat(report.skipped()).isEmpty();
            assertThat(report.found()).hasSize(2);
            Found standard = report.found().get(0);
            assertThat(standard.name()).isEqualTo("default");
            assertThat(standard.site()).isEqualTo(Site.INTERNATIONAL);
            assertThat(standard.region()).isEqualTo("ap-guangzhou");
            assertThat(standard.secretId()).isEqualTo(ID);
            assertThat(String.valueOf(standard.secret().key())).isEqualTo(KEY);
            Found temporary = report.found().get(1);
            assertThat(temporary.site())
                    .isEqualTo(
                            new Site.Own(
                                    TeoEndpoint.of("https://teo.ap-hongkong.tencentcloudapi.com")));
            assertThat(String.valueOf(temporary.secret().token())).isEqualTo("tok");
            assertThat(temporary.tokenExpiry()).isEqualTo(Instant.ofEpochSecond(1_800_000_060));
            assertThat(report.toString()).doesNotContain(KEY, "tok\"");
        }
    }

    @Test
    void whatIsSkippedIsNamedWithTheReason() throws IOException {
        String pair = "{\"secretId\": \"%s\", \"secretKey\": \"%s\"";
        tccli("oauth.credential", pair + ", \"token\": \"t\", \"type\": \"oauth\"}");
        tccli("sso.credential", pair + ", \"token\": \"t\", \"type\": \"sso\"}");
        tccli("cvm.credential", "{\"type\": \"cvm-role\"}");
        tccli("role.credential", pair + ", \"role-arn\": \"qcs::cam::uin/1:roleName/r\"}");
        tccli("new.credential", pair + ", \"type\": \"passkey\"}");
        tccli("none.credential", "{}");
        tccli("late.credential", pair + ", \"token\": \"t\", \"expiresAt\": 1800000000}");
        tccli("padded.credential", "{\"secretId\": \"%s \", \"secretKey\": \"%s\"}");
        tccli("broken.credential", "{\"secretId\": ");
        tccli("list.credential", "[]");
        tccli("number.credential", "{\"secretId\": 7, \"secretKey\": \"k\"}");
        Files.write(userHome.resolve(".tccli/binary.credential"), new byte[] {(byte) 0xff, 0, 1});
        Files.write(userHome.resolve(".tccli/huge.credential"), new byte[(1 << 20) + 1]);
        Files.createDirectory(userHome.resolve(".tccli/folder.credential"));
        Files.writeString(userHome.resolve(".tencentcloud/credentials"), "secret_id = x\n");
        Map<String, Reason> reasons = new TreeMap<>();
        ImportReport report = look(Map.of("TENCENTCLOUD_SECRET_ID", ID));
        for (Skipped skipped : report.skipped()) {
            reasons.put(Path.of(skipped.origin()).getFileName().toString(), skipped.reason());
        }
        assertThat(report.found()).isEmpty();
        assertThat(reasons)
                .isEqualTo(
                        new TreeMap<>(
                                Map.ofEntries(
                                        Map.entry("oauth.credential", Reason.OAUTH),
                                        Map.entry("sso.credential", Reason.SSO),
                                        Map.entry("cvm.credential", Reason.CVM_ROLE),
                                        Map.entry("role.credential", Reason.ROLE_ARN),
                                        Map.entry("new.credential", Reason.OTHER_TYPE),
                                        Map.entry("none.credential", Reason.NO_KEY),
                                        Map.entry("late.credential", Reason.EXPIRED),
                                        Map.entry("padded.credential", Reason.BAD_KEY),
                                        Map.entry("broken.credential", Reason.MALFORMED),
                                        Map.entry("list.credential", Reason.MALFORMED),
                                        Map.entry("number.credential", Reason.MALFORMED),
                                        Map.entry("binary.credential", Reason.MALFORMED),
                                        Map.entry("huge.credential", Reason.MALFORMED),
                                        Map.entry("folder.credential", Reason.UNREADABLE),
                                        Map.entry("credentials", Reason.MALFORMED),
                                        Map.entry("environment", Reason.HALF_SET))));
    }

    @Test
    void aKeyWithUnreadableSettingsIsOffered() throws IOException {
        tccli("a.credential", "{\"secretId\": \"%s\", \"secretKey\": \"%s\"}");
        tccli("a.configure", "nonsense");
        tccli("b.credential", "{\"secretId\": \"%s\", \"secretKey\": \"%s\"}");
        tccli("b.configure", "{\"teo\": {\"endpoint\": \"http://elsewhere.example.com\"}}");
        ImportReport report = look(Map.of());
        assertThat(report.found()).hasSize(2);
        assertThat(report.found())
                .allSatisfy(
                        f -> {
                            assertThat(f.site()).isEqualTo(Site.CHINA);
                            assertThat(String.valueOf(f.secret().key())).isEqualTo(KEY);
                        });
        assertThat(report.skipped())
                .extracting(Skipped::reason)
                .containsExactly(Reason.MALFORMED, Reason.BAD_ENDPOINT);
    }

    @Test
    void onlyTheDefaultSectionOfTheCredentialsFileIsRead() throws IOException {
        Files.writeString(
                userHome.resolve(".tencentcloud/credentials"),
                "\ufeff# mine\r\n[other]\r\nsecret_id = nobody\r\n\r\n[default]\r\nsecret_id = "
                        + ID
                        + "\r\nsecret_key="
                        + KEY
                        + "\r\n; end\r\n");
        ImportReport report = look(Map.of());
        assertThat(report.skipped()).isEmpty();
        assertThat(report.found()).hasSize(1);
        assertThat(report.found().getFirst().secretId()).isEqualTo(ID);
        assertThat(String.valueOf(report.found().getFirst().secret().key())).isEqualTo(KEY);
    }

    @Test
    void theEnvironmentIsOfferedToo() {
        ImportReport report =
                look(
                        Map.of(
                                "TENCENTCLOUD_SECRET_ID",
                                ID,
                                "TENCENTCLOUD_SECRET_KEY",
                                KEY,
                                "TENCENTCLOUD_REGION",
                                "ap-beijing"));
        assertThat(report.found()).hasSize(1);
        assertThat(report.found().getFirst().region()).isEqualTo("ap-beijing");
    }

    private ImportReport look(Map<String, String> environment) {
        return new CredentialImport(userHome, environment, CLOCK).look();
    }

    private void tccli(String name, String content) throws IOException {
        String filled = content.contains("%s") ? content.formatted(ID, KEY) : content;
        Files.writeString(userHome.resolve(".tccli").resolve(name), filled);
    }
}
