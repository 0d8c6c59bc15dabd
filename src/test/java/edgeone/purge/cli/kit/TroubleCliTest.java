package edgeone.purge.cli.kit;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.cli.Shell;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** Exit codes and output when EdgeOne misbehaves. */
final class TroubleCliTest {
    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** A lost reply whose request cannot be looked up. */
    @Test
    void anUncertainOutcomeIsUnknownUntilItIsResolved() {
        shell.faults("CreatePurgeTask:lose-reply@nth=1;DescribePurgeTasks:error=InternalError");

        Ended ended = shell.purgeUrls("a");

        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.json().get("state").asString()).isEqualTo("unknown");
        assertThat(ended.json().get("batches").get(0).get("state").asString()).isEqualTo("unknown");
        assertThat(ended.json().get("targets").get("unknown").asInt()).isEqualTo(1);
        assertThat(ended.err()).contains("resume");
        String job = Shell.job(ended);

        Ended followed = shell.run("follow", job, "--timeout", "1");
        assertThat(followed.exit()).as("only an unknown batch is left").isEqualTo(5);

        Ended left = shell.run("resume");
        assertThat(left.exit()).isEqualTo(5);
        JsonNode reason = left.json().get("left").get(0);
        assertThat(reason.get("job").asString()).isEqualTo(job);
        assertThat(reason.get("reason").asString()).isNotBlank();

        shell.faults("extra");
        Ended resumed = shell.run("resume", "--wait");
        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(Shell.names(resumed.json())).contains("resumed", "resolved", "left");
        assertThat(resumed.json().get("resolved").get(0).asString()).isEqualTo(job);
        assertThat(resumed.json().get("left")).isEmpty();
        assertThat(shell.edgeOne.accepted()).as("never sent twice").hasSize(1);
        assertThat(shell.run("follow", job).json().get("state").asString()).isEqualTo("succeeded");
        assertThat(shell.run("resume").json().get("resolved")).isEmpty();
    }

    @Test
    void aLostReplyIsResolvedAndNothingIsDoubled() {
        shell.faults("CreatePurgeTask:lose-reply@nth=1");

        Ended ended = shell.purgeUrls("a", "b");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("batches").get(0).get("attempts").asInt()).isEqualTo(1);
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void aRequestThatNeverArrivedIsSentAgain() {
        shell.faults("CreatePurgeTask:drop@nth=1");

        Ended ended = shell.purgeUrls("a");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("batches").get(0).get("attempts").asInt()).isEqualTo(2);
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void aWrongKeyCannotSignIn() {
        shell.environment.put("TENCENTCLOUD_SECRET_KEY", "wrongKeyOfNoValue");

        for (Ended ended : everyCommandThatAsks()) {
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(6);
            assertThat(ended.err())
                    .contains("AuthFailure.SignatureFailure", "RequestId")
                    .doesNotContain("wrongKeyOfNoValue");
            JsonNode error = ended.json().get("error");
            assertThat(error.get("code").asString()).isEqualTo("AuthFailure.SignatureFailure");
            assertThat(error.get("requestId").asString()).isNotBlank();
        }
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    @Test
    void anUnknownKeyCannotSignIn() {
        shell.environment.put("TENCENTCLOUD_SECRET_ID", "AKIDnobody000000000000000000000000");

        assertThat(shell.run("zones").exit()).isEqualTo(6);
    }

    @Test
    void aTemporaryKeyNeedsItsToken() {
        shell.environment.put(
                "TENCENTCLOUD_SECRET_ID", edgeone.purge.emulator.DemoAccount.TEMPORARY_SECRET_ID);
        shell.environment.put(
                "TENCENTCLOUD_SECRET_KEY", edgeone.purge.emulator.DemoAccount.TEMPORARY_SECRET_KEY);
        assertThat(shell.run("zones").exit()).isEqualTo(6);

        shell.environment.put(
                "TENCENTCLOUD_TOKEN", edgeone.purge.emulator.DemoAccount.TEMPORARY_TOKEN);
        assertThat(shell.run("zones").exit()).isZero();
    }

    @Test
    void aKeyWithoutPermissionIsReported() {
        shell.faults("deny");
        for (Ended ended : everyCommandThatAsks()) {
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(6);
            assertThat(ended.err()).contains("AuthFailure.UnauthorizedOperation");
        }
    }

    @Test
    void aReadOnlyKeyEndsWithSixAfterItTried() {
        shell.faults("CreatePurgeTask:deny");

        Ended ended = shell.purgeUrls("a");

        assertThat(ended.exit()).isEqualTo(6);
        JsonNode batch = ended.json().get("batches").get(0);
        assertThat(batch.get("error").get("code").asString())
                .isEqualTo("AuthFailure.UnauthorizedOperation");
        assertThat(shell.run("jobs").json().get("jobs")).hasSize(1);
    }

    @Test
    void aKeyThatMayNotListZonesMayStillPurgeByZoneId() {
        shell.faults("DescribeZones:deny");

        Ended byName = shell.purgeUrls("a");
        assertThat(byName.exit()).isEqualTo(6);

        Ended byId =
                shell.run(
                        "purge",
                        "--zone",
                        shell.edgeOne.zones().getFirst().id(),
                        "--type",
                        "purge_url",
                        "--target",
                        Shell.PAGE,
                        "--wait");
        assertThat(byId.exit()).as(byId.toString()).isZero();
        assertThat(byId.err()).contains("Cannot list the zones");
    }

    @Test
    void aClosedPortIsUnreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        shell.endpoint = "http://127.0.0.1:" + port;

        for (Ended ended : everyCommandThatAsks()) {
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(7);
            assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
        }
        assertThat(shell.run("jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void aServerThatIsNotEdgeOneIsUnreachable() {
        for (String fault : List.of("html", "garbage", "truncated", "half", "status=500", "deep")) {
            shell.faults(fault);
            Ended ended = shell.run("zones");
            assertThat(ended.exit()).as(fault + ended).isEqualTo(7);
            assertThat(ended.err()).as(fault).isNotBlank().doesNotContain("\tat ");
            assertThat(ended.json().get("error").get("code").asString()).as(fault).isNotBlank();
        }
    }

    @Test
    void aReplyOfTwoHundredMegabytesIsNotRead() {
        shell.faults("huge=200000000");

        Ended ended = shell.run("zones");

        assertThat(ended.exit()).isEqualTo(7);
        assertThat(ended.err()).contains("50 MB");
    }

    @Test
    void aRedirectIsNotFollowed() {
        shell.faults("status=302");
        assertThat(shell.run("zones").exit()).isEqualTo(7);
    }

    /** Whatever a server answers, it may have accepted the request. */
    @Test
    void anUnreadableAnswerToAPurgeIsNeverARefusal() {
        for (String fault :
                List.of("html-after", "half", "truncated", "status-after=500", "garbage-after")) {
            shell.faults("CreatePurgeTask:" + fault + "@nth=1");
            Ended ended = shell.purgeUrls(fault);
            assertThat(ended.exit()).as(fault + ended).isZero();
            assertThat(shell.edgeOne.accepted())
                    .filteredOn(j -> j.targets().contains(Shell.PAGE + fault))
                    .hasSize(1);
        }
    }

    @Test
    void aTimeoutEndsWithEight() {
        try (Shell slow = Shell.neverDone(home)) {
            Ended ended = slow.run(args("--wait", "--timeout", "0"));
            assertThat(ended.exit()).isEqualTo(8);
            assertThat(ended.json().get("state").asString()).isEqualTo("running");
            assertThat(ended.json().get("targets").get("accepted").asInt()).isEqualTo(1);
            String job = Shell.job(ended);
            assertThat(ended.err()).contains("follow " + job);

            Ended followed = slow.run("follow", job, "--timeout", "1");
            assertThat(followed.exit()).isEqualTo(8);
            assertThat(Shell.job(followed)).isEqualTo(job);
        }
    }

    @Test
    void anAcceptedPurgeThatCannotBeFollowedIsStillAccepted() {
        shell.faults("DescribePurgeTasks:error=InternalError");

        Ended ended = shell.run(args("--wait", "--timeout", "1"));

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(8);
        assertThat(ended.err()).contains("InternalError", "follow");
    }

    @Test
    void followingAnUnreachableEdgeOneEndsWithSeven() {
        try (Shell slow = Shell.neverDone(home)) {
            Ended ended = slow.run(args());
            slow.edgeOne.close();
            Ended followed = slow.run("follow", Shell.job(ended), "--timeout", "5");
            assertThat(followed.exit()).as(followed.toString()).isEqualTo(7);
        }
    }

    @Test
    void failuresOutweighATimeout() {
        try (Shell slow = Shell.neverDone(home)) {
            slow.faults("CreatePurgeTask:reject=no@nth=1");
            Ended ended = slow.run(args("--target", Shell.PAGE + "b", "--wait", "--timeout", "0"));
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(3);
        }
    }

    @Test
    void throttlingIsWaitedOut() {
        shell.faults("CreatePurgeTask:error=RequestLimitExceeded@nth=1");

        Ended ended = shell.purgeUrls("a");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("batches").get(0).get("attempts").asInt()).isEqualTo(2);
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void constantThrottlingIsARefusalAndNotUnreachable() {
        shell.faults("CreatePurgeTask:error=RequestLimitExceeded");

        Ended ended = shell.purgeUrls("a");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(4);
        assertThat(ended.json().get("failures").get(0).get("code").asString())
                .isEqualTo("RequestLimitExceeded");
    }

    @Test
    void everyTargetRefusedAfterALostRequestEndsWithFour() {
        shell.faults("CreatePurgeTask:drop@nth=1;CreatePurgeTask:reject=domain not valid");

        Ended ended = shell.purgeUrls("a", "b");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(4);
    }

    @Test
    void aLookupThatIsNotPermittedIsReported() {
        shell.faults(
                "CreatePurgeTask:lose-reply;"
                        + "DescribePurgeTasks:error=AuthFailure.UnauthorizedOperation");

        Ended ended = shell.purgeUrls("a");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(5);
        assertThat(ended.err()).contains("AuthFailure.UnauthorizedOperation");

        Ended resumed = shell.run("resume");
        assertThat(resumed.exit()).as(resumed.toString()).isEqualTo(5);
        assertThat(resumed.err()).contains("AuthFailure.UnauthorizedOperation");
    }

    @Test
    void whatEdgeOneCanceledIsAFailureWithItsReason() {
        shell.faults("row=canceled@nth=1");

        Ended ended = shell.run(args("--target", Shell.PAGE + "b", "--wait"));

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.json().get("failures").get(0).get("state").asString())
                .isEqualTo("canceled");
    }

    @Test
    void aWrongClockIsCorrectedAndReported() {
        shell.faults("clock=+3600");

        Ended ended = shell.purgeUrls("a");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).containsPattern("(0:59:5|1:00:0)\\d \\(h:mm:ss\\) behind");
        assertThat(shell.run("zones").err()).contains("behind");
    }

    private static String[] args(String... more) {
        String[] all = new String[more.length + 7];
        String[] first = {
            "purge", "--zone", "example.com", "--type", "purge_url", "--target", Shell.PAGE
        };
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private List<Ended> everyCommandThatAsks() {
        return List.of(
                shell.run("zones"), shell.run("quota", "--zone", "example.com"), shell.run(args()));
    }
}
