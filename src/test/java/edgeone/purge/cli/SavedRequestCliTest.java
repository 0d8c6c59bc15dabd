package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.requests.RequestBook;
import edgeone.purge.requests.SavedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Requests that the window saved, used by commands. */
final class SavedRequestCliTest {
    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        shell = new Shell(home);
        save("zones", "DescribeZones", "{\"Limit\": 1}");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void save(String name, String action, String body) throws Exception {
        new RequestBook(home, text -> text, Clock.systemUTC())
                .save(new SavedRequest(name, action, body), false);
    }

    @Test
    void aSavedRequestIsSentSignedAndWrittenAsCode() throws Exception {
        Ended sent = shell.run("call", "--saved", "ZONES");
        assertThat(sent.exit()).as(sent.toString()).isZero();
        assertThat(sent.json().get("Zones")).hasSize(1);
        assertThat(shell.run("sign", "--saved", "zones").json().get("body").asString())
                .isEqualTo("{\"Limit\": 1}");
        assertThat(shell.run("code", "--lang", "curl", "--saved", "zones").json().get("code"))
                .asString()
                .contains("DescribeZones");

        String zone = shell.edgeOne.zones().getFirst().id();
        save(
                "purge",
                "CreatePurgeTask",
                "{\"ZoneId\":\"%s\",\"Type\":\"purge_url\",\"Targets\":[\"%sa\"]}"
                        .formatted(zone, Shell.PAGE));
        Ended purged = shell.run("call", "--saved", "purge");
        assertThat(purged.exit()).as(purged.toString()).isZero();
        assertThat(shell.edgeOne.accepted().getFirst().targets()).containsExactly(Shell.PAGE + "a");
        assertThat(purged.json().get("job").asString()).isNotEmpty();
    }

    @Test
    void whatIsNotSavedIsRefusedWithWhatIs() {
        Ended none = shell.run("call", "--saved", "zoned");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.json().toString()).contains("no saved request", "zoned", "zones");
        assertThat(shell.run("call", "--saved", "zones", "--action", "DescribeZones").exit())
                .isEqualTo(2);
        assertThat(shell.run("call", "--saved", "zones", "--params", "{}").exit()).isEqualTo(2);
    }

    @Test
    void aDamagedBookIsTold() throws Exception {
        Files.writeString(home.resolve("requests.json"), "{");
        Ended ended = shell.run("call", "--saved", "zones");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("requests.json.damaged-");
        assertThat(ended.json().toString()).contains("no saved request");

        Files.writeString(home.resolve("requests.json"), "{\"format\":2}");
        Ended newer = shell.run("call", "--saved", "zones");
        assertThat(newer.exit()).isEqualTo(2);
        assertThat(newer.json().get("error").get("code").asString())
                .isEqualTo("Request.BOOK_NEWER");
    }
}
