package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiKey;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.json.JsonTree;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.RealPostgres;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs every command with an account that has canaries for secrets in the encrypted file. */
final class CanaryCommands {
    static final String ID = "AKIDcanary0000000000000000000000001";
    static final String LONG_LIVED_ID = "AKIDcanary0000000000000000000000002";

    /** An address that even a working proxy could not reach. */
    static final String NOWHERE = "https://teo.purge.test";

    private static final String PASSPHRASE = Canaries.PASSPHRASE + "\n";
    private static final String SECRETS = Canaries.KEY + "\n" + Canaries.TOKEN + "\n" + PASSPHRASE;

    private final CanaryProgram program;

    CanaryCommands(CanaryProgram program) {
        this.program = program;
    }

    /** An EdgeOne that knows the canaries. */
    static EmbeddedEdgeOne edgeOne() {
        return EmbeddedEdgeOne.start(
                EmulatorOptions.defaults()
                        .withKeys(
                                List.of(
                                        new ApiKey(LONG_LIVED_ID, Canaries.KEY, null),
                                        new ApiKey(ID, Canaries.KEY, Canaries.TOKEN))));
    }

    void drive() throws Exception {
        try (EmbeddedEdgeOne edgeOne = edgeOne();
                EchoingEdgeOne echoing = new EchoingEdgeOne();
                LeakingProxy proxy = new LeakingProxy()) {
            accounts(edgeOne.endpoint().toString(), echoing.endpoint());
            echoes(echoing);
            jobs(edgeOne);
            proxies(proxy);
            team();
            forgotten(edgeOne.endpoint().toString());
        }
    }

    private void accounts(String site, String echoing) throws Exception {
        program.run(2, " " + SECRETS, add("padded", site));
        program.run(2, ID + "\n" + Canaries.KEY + "\n", add("swapped", site));
        program.run(6, SECRETS, add("expired", site, "--token-expiry", "2020-01-01T00:00:00Z"));
        program.run(0, SECRETS, add("first", site, "--token-expiry", "2099-01-01T00:00:00Z"));
        program.run(2, SECRETS, add("first", site));
        program.run(0, SECRETS, add("echo", echoing));
        program.run(0, "", "account", "rename", "first", "prod");
        program.run(0, "", "account", "default", "prod");
        program.run(0, "", "account", "list");
        program.run(2, ID + "\n" + PASSPHRASE, edit("prod"));
        program.run(6, Canaries.KEY + "\n" + Canaries.TOKEN + "\nno\n", edit("prod", "--token"));
        program.run(0, SECRETS, edit("prod", "--token"));
        program.run(0, PASSPHRASE, "account", "test", "prod");
        program.run(6, Canaries.TOKEN + "\n", "zones");
        program.run(6, "", "zones");
    }

    private static String[] add(String name, String site, String... more) {
        List<String> all =
                new ArrayList<>(List.of("account", "add", name, "--site", site, "--secret-id", ID));
        all.addAll(List.of("--store", "file", "--token"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] edit(String name, String... more) {
        List<String> all = new ArrayList<>(List.of("account", "edit", name, "--secret-id", ID));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void echoes(EchoingEdgeOne echoing) throws Exception {
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        program.run(6, PASSPHRASE, "account", "test", "echo");
        echoing.mood(EchoingEdgeOne.Mood.NO_JSON);
        program.run(7, PASSPHRASE, "account", "test", "echo");
        program.run(0, PASSPHRASE, "account", "remove", "echo");
    }

    private void jobs(EmbeddedEdgeOne edgeOne) throws Exception {
        String zone = edgeOne.zones().getFirst().id();
        String page = "https://" + edgeOne.zones().getFirst().hosts().getFirst() + "/";
        program.run(0, PASSPHRASE, "zones");
        program.run(0, PASSPHRASE, "quota", "--zone", zone);
        program.run(2, PASSPHRASE, "purge", "--zone", zone, "--type", "purge_all");
        String[] explain = {"explain", "--zone", zone, "--type", "purge_url", page};
        program.run(0, PASSPHRASE, explain);
        String edge = edgeOne.edge().toString();
        program.run(0, "", "probe", "--target", page, "--edge", edge, "--allow-private");
        calls(zone);
        edgeOne.useFaults(FaultPlan.parse("row=timeout"));
        String[] purge = {"purge", "--zone", zone, "--type", "purge_url", "--target", page};
        String job = job(program.run(0, PASSPHRASE, purge));
        program.run(4, PASSPHRASE, "follow", job);
        edgeOne.useFaults(FaultPlan.parse(""));
        String again = job(program.run(0, PASSPHRASE, "retry", job));
        program.run(0, PASSPHRASE, "follow", again);
        program.run(2, PASSPHRASE, "retry", again);
        program.run(0, PASSPHRASE, "resume", "--wait");
        program.run(0, "", "cancel", again);
        program.run(2, "", "requests");
        program.run(2, "", "release", "17", "--confirm", "example.com");
        program.run(2, "", "decline", "17");
        recipes(job);
        program.run(
                0,
                PASSPHRASE,
                "prefetch",
                "--zone",
                zone,
                "--target",
                page,
                "--header",
                "Accept: text/html");
        program.run(0, PASSPHRASE, "sync", "--zone", zone);
        program.run(0, "", "audit", "verify");
        program.run(0, "", "audit", "head");
        program.run(0, "", "prune", "--keep", "100", "--yes");
        program.run(0, "", "stats");
        program.run(0, "", "jobs");
        program.run(0, "", "targets", job);
        program.run(0, "", "calls");
        String calls = program.run(0, "", "calls", again, "--no-reads");
        JsonNode call = new JsonMapper().readTree(calls).get("calls").get(0).get("call");
        program.run(0, "", "call-show", call.stringValue());
        program.run(0, "", "code", "--lang", "curl", call.stringValue());
        program.run(0, PASSPHRASE, "call", "--action", "DescribeZones");
        program.run(0, "", "call", "--action", "DescribeZones", "--mock");
        for (String format : List.of("csv", "json", "html")) {
            String file = program.file("export." + format).toString();
            program.run(0, "", "export", job, again, "--format", format, "--output", file);
        }
        program.run(0, "", "evidence", job, "--output", program.file("evidence.html").toString());
        String all = program.file("all.json").toString();
        program.run(0, "", "export", "--all-accounts", "--format", "json", "--output", all);
        program.run(0, "", "rescue", "--output", program.file("rescued.db").toString());
        bundle(PASSPHRASE, "bundle");
        program.run(
                0,
                "",
                "support-bundle",
                "--no-targets",
                "--output",
                program.file("without.zip").toString());
    }

    private void calls(String zone) throws Exception {
        String[] sign = {
            "--action", "DescribeContentQuota", "--params", "{\"ZoneId\":\"" + zone + "\"}"
        };
        program.run(0, PASSPHRASE, with(sign, "sign"));
        program.run(0, "", with(sign, "code", "--lang", "curl"));
        program.run(0, "", "actions");
        program.run(0, "", "error", "AuthFailure.SignatureFailure");
    }

    private static String[] with(String[] call, String... command) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(call)).toArray(String[]::new);
    }

    private void bundle(String input, String name) throws Exception {
        program.run(0, input, "support-bundle", "--output", program.file(name + ".zip").toString());
    }

    private void recipes(String job) throws Exception {
        String file = program.file("recipe.json").toString();
        program.run(0, "", "recipe", "save", "again", "--job", job);
        program.run(0, "", "recipe", "list");
        program.run(0, "", "recipe", "show", "again");
        program.run(0, "", "recipe", "export", "again", "--output", file);
        program.run(0, PASSPHRASE, "purge", "--recipe", "again", "--dry-run");
        program.run(0, "", "recipe", "remove", "again");
        program.run(0, "", "recipe", "import", file);
    }

    private void proxies(LeakingProxy proxy) throws Exception {
        for (String kind : List.of("http", "socks5")) {
            String url = kind + "://ops@127.0.0.1:" + proxy.port();
            program.run(0, "", "network", "set", "--proxy", url);
            if (kind.equals("http")) {
                program.run(0, Canaries.PROXY_PASSWORD + "\n" + PASSPHRASE, "network", "password");
            } else {
                program.run(0, PASSPHRASE, "network", "password", "--forget");
                program.put(ProxySetting.PASSWORD_VARIABLE, Canaries.PROXY_PASSWORD);
            }
            for (LeakingProxy.Mood mood : LeakingProxy.Mood.values()) {
                int before = proxy.passwords();
                proxy.mood(mood);
                program.run(7, PASSPHRASE, "zones", "--endpoint", NOWHERE);
                assertThat(proxy.passwords()).as("%s %s", kind, mood).isGreaterThan(before);
            }
        }
        program.run(6, "no\n", "zones", "--endpoint", NOWHERE);
        program.put(ProxySetting.PASSWORD_VARIABLE, "");
        program.run(0, "", "network", "show");
        bundle(PASSPHRASE, "proxied");
        program.run(0, PASSPHRASE, "network", "password", "--forget");
        program.run(0, "", "network", "set", "--proxy", "none");
    }

    /** A database that answers nothing, and addresses that show the password. */
    private void team() throws Exception {
        String url = "postgresql://ops@127.0.0.1:1/team";
        String input = Canaries.TEAM_PASSWORD + "\n" + PASSPHRASE;
        program.run(7, input, "team", "set", "--url", url, "--store", "file");
        program.run(7, PASSPHRASE, "team", "status");
        program.run(7, PASSPHRASE, "team", "publish", "--wait", "5");
        program.run(7, PASSPHRASE, "audit", "verify", "--team");
        program.run(0, "", "team", "schema");
        program.put(TeamSetting.PASSWORD_VARIABLE, Canaries.TEAM_PASSWORD);
        program.run(7, "", "team", "status");
        bundle(PASSPHRASE, "team");
        program.put(TeamSetting.PASSWORD_VARIABLE, "");
        program.run(0, PASSPHRASE, "team", "off");
        Path data = Files.createTempDirectory("postgres");
        try (RealPostgres postgres = RealPostgres.start(data)) {
            published(postgres, input);
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void published(RealPostgres postgres, String input) throws Exception {
        program.run(0, input, "team", "set", "--url", postgres.url(), "--store", "file");
        program.run(0, PASSPHRASE, "team", "status");
        program.run(0, PASSPHRASE, "team", "publish", "--wait", "5");
        program.run(0, PASSPHRASE, "audit", "verify", "--team");
        program.run(0, PASSPHRASE, "jobs", "--everyone");
        postgres.execute("CREATE ROLE li LOGIN IN ROLE edgeone_purge_publisher");
        program.run(0, PASSPHRASE, "release", asked(postgres), "--confirm", "example.com");
        program.run(0, PASSPHRASE, "decline", asked(postgres));
        program.run(0, PASSPHRASE, "requests");
        program.run(0, PASSPHRASE, "team", "off");
    }

    /** Asks as a colleague, anew each time; returns the request. */
    private static String asked(RealPostgres postgres) throws SQLException {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("endpoint", "https://teo.tencentcloudapi.com");
        plan.put("zoneId", "zone-1");
        plan.put("zoneName", "example.com");
        plan.put("type", "purge_host");
        plan.put("method", null);
        plan.put("targets", List.of("www.example.com"));
        try (Connection li = postgres.connect("li");
                PreparedStatement ask =
                        li.prepareStatement(
                                "SELECT edgeone_purge.request_ask(?, 30, 'Li', 'host', 'shop',"
                                        + " NULL, true)")) {
            ask.setString(1, new String(new JsonTree().bytes(plan), StandardCharsets.UTF_8));
            ResultSet row = ask.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private void forgotten(String site) throws Exception {
        program.run(2, "", "account", "forget-passphrase");
        program.run(0, "", "account", "forget-passphrase", "--yes");
        program.run(6, PASSPHRASE, "account", "test", "prod");
        program.run(0, SECRETS, edit("prod", "--token"));
        program.run(0, PASSPHRASE, "account", "test", "prod");
        bundle(PASSPHRASE, "anew");
        program.run(0, "", "account", "edit", "prod", "--site", site);
    }

    static String job(String said) {
        String line = said.substring(0, said.indexOf('\n'));
        return new JsonMapper().readTree(line).get("job").stringValue();
    }
}
