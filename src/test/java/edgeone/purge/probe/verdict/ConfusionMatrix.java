package edgeone.purge.probe.verdict;

import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.faults.FaultKind;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.faults.FaultRule;
import edgeone.purge.emulator.faults.ObjectDice;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.ProbePace;
import edgeone.purge.probe.Prober;
import edgeone.purge.probe.Question;
import edgeone.purge.probe.http.HttpAsker;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Departure;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.PurgeOrder;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.reply.PurgeTask;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * VerdictRules against what is true, on an edge that misbehaves by chance of a seed. The truth is
 * read from the caches themselves; time is the test's, so that nothing waits.
 */
public final class ConfusionMatrix {
    private static final String HOST = "www.example.com";
    private static final String ZONE = "zone-matrix";
    private static final int BATCH = 500;
    private static final String FAULTS =
            "Edge:sticky@p=0.05;Edge:late=3600@p=0.04;Origin:late=3600@p=0.1;Edge:redirect@p=0.04;"
                    + "Edge:vary=X-Kind@p=0.04;Edge:status=503@p=0.03;Edge:drop@p=0.03;"
                    + "Edge:bare@p=0.04";

    private final int targets;
    private final long seed;
    private final EmbeddedEdgeOne edgeOne;
    private final SplittableRandom random;
    private final ObjectDice dice;
    private final List<EdgeAddress> edges;
    private final Map<String, Instant> taken = new HashMap<>();
    private Instant now = Instant.now();

    private ConfusionMatrix(int targets, long seed) {
        this.targets = targets;
        this.seed = seed;
        random = new SplittableRandom(seed);
        dice = new ObjectDice(FaultPlan.parse(FAULTS), seed);
        edgeOne =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withSeed(seed)
                                .withFaults(FaultPlan.parse(FAULTS))
                                .withProcessing(Duration.ZERO)
                                .withVisibilityLag(Duration.ZERO)
                                .withClock(() -> now)
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(ZONE, "example.com", HOST)
                                                        .withQuota(
                                                                "purge_url", BATCH, 1_000_000))));
        edges =
                edgeOne.edgeNodes().stream()
                        .map(URI::toString)
                        .map(EdgeAddress::of)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /**
     * What came out.
     *
     * @param counts how often each truth got each verdict; a truth is a kind, or {@code hidden}: an
     *     old object without the headers that would tell
     * @param youngForOld verdicts that call an object younger than the purge that is not
     * @param stale targets of which a node serves an old object, with headers that tell
     * @param found those of them that were found with all nodes asked
     * @param foundAtOne those that were found with one node asked
     */
    public record Result(
            int targets,
            long seed,
            Map<String, Map<String, Integer>> counts,
            int youngForOld,
            int stale,
            int found,
            int foundAtOne) {
        /** Whether no old object passed for a young one, and none was missed. */
        public boolean isGood() {
            return youngForOld == 0 && found == stale;
        }

        /** For the report. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("targets", targets);
            json.put("seed", seed);
            json.put("truthToVerdict", counts);
            json.put("youngForOld", youngForOld);
            json.put("stale", stale);
            json.put("staleFound", found);
            json.put("staleFoundWithOneNodeAsked", foundAtOne);
            return json;
        }
    }

    /** Purges so many targets and judges each. */
    public static Result measure(int targets, long seed) throws Exception {
        ConfusionMatrix matrix = new ConfusionMatrix(targets, seed);
        try (var _ = matrix.edgeOne) {
            return matrix.run();
        }
    }

    private Result run() throws Exception {
        List<String> urls = new ArrayList<>();
        List<Boolean> warm = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            urls.add("https://" + HOST + path(i));
            warm.add(random.nextInt(100) < 75);
            put(path(i), "old " + i);
        }
        // Whatever the origin deploys late is there by now.
        pass(7_200);
        visit(warm);
        pass(100);
        Map<String, List<Probe>> before = probe(urls);
        pass(5);
        List<Boolean> changed = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            changed.add(random.nextInt(100) < 60);
            if (changed.get(i)) {
                put(path(i), "new " + i);
            }
        }
        purge(urls);
        visit(random.ints(targets, 0, 100).mapToObj(n -> n < 8).toList());
        pass(30);
        List<String> truths = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            truths.add(truth(i, warm.get(i), changed.get(i)));
        }
        return judged(urls, truths, before, probe(urls));
    }

    private Result judged(
            List<String> urls,
            List<String> truths,
            Map<String, List<Probe>> before,
            Map<String, List<Probe>> after) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        int youngForOld = 0;
        int stale = 0;
        int found = 0;
        int foundAtOne = 0;
        for (int i = 0; i < targets; i++) {
            String url = urls.get(i);
            String truth = truths.get(i);
            List<Probe> then = before.getOrDefault(url, List.of());
            List<Probe> since = after.getOrDefault(url, List.of());
            Kind verdict = VerdictRules.of(new Evidence(then, since, taken.get(url))).kind();
            Verdict atOne =
                    VerdictRules.of(new Evidence(then, since.subList(0, 1), taken.get(url)));
            counts.computeIfAbsent(truth, _ -> new LinkedHashMap<>())
                    .merge(verdict.label(), 1, Integer::sum);
            boolean old = truth.equals(Kind.STALE.label()) || truth.equals("hidden");
            boolean young = verdict.compareTo(Kind.REDIRECT) > 0;
            youngForOld += old && young ? 1 : 0;
            if (truth.equals(Kind.STALE.label())) {
                stale++;
                found += verdict == Kind.STALE ? 1 : 0;
                foundAtOne += atOne.kind() == Kind.STALE ? 1 : 0;
            }
        }
        return new Result(targets, seed, counts, youngForOld, stale, found, foundAtOne);
    }

    /** What is true of a target before it is asked for again: the worst of the nodes. */
    private String truth(int i, boolean warm, boolean changed) {
        EnumMap<Kind, Boolean> kinds = new EnumMap<>(Kind.class);
        boolean hidden = false;
        for (int node = 0; node < edges.size(); node++) {
            Kind kind = truth(i, node, warm, changed);
            boolean bare = strikes(FaultKind.BARE, node, i);
            if (bare && kind == Kind.STALE) {
                hidden = true;
                kind = Kind.UNCLEAR;
            } else if (bare && kind != Kind.UNREACHABLE && kind != Kind.REDIRECT) {
                kind = Kind.UNCLEAR;
            }
            kinds.put(kind, true);
        }
        Kind worst = kinds.keySet().iterator().next();
        return hidden && worst != Kind.STALE ? "hidden" : worst.label();
    }

    private Kind truth(int i, int node, boolean warm, boolean changed) {
        if (strikes(FaultKind.DROP, node, i)) {
            return Kind.UNREACHABLE;
        }
        if (strikes(FaultKind.STATUS, node, i)) {
            return Kind.UNCLEAR;
        }
        if (strikes(FaultKind.REDIRECT, node, i)) {
            return Kind.REDIRECT;
        }
        Instant purged = edgeOne.accepted().get(i / BATCH).time();
        Optional<Instant> copy = edgeOne.checkedAt(node, HOST, path(i));
        if (copy.isPresent() && copy.get().isBefore(purged)) {
            return Kind.STALE;
        }
        if (strikes(FaultKind.VARY, node, i)) {
            return Kind.UNCLEAR;
        }
        if (!warm) {
            return Kind.WAS_NOT_CACHED;
        }
        boolean deployed =
                changed && dice.at(FaultRule.ORIGIN, FaultKind.LATE, 0, HOST + path(i)).isEmpty();
        return deployed ? Kind.FRESH : Kind.UNCHANGED;
    }

    private boolean strikes(FaultKind kind, int node, int i) {
        return dice.at(FaultRule.EDGE, kind, node, HOST + path(i)).isPresent();
    }

    private Map<String, List<Probe>> probe(List<String> urls) throws InterruptedException {
        Asker asker = new HttpAsker(NetworkOptions.defaults(), new Asker.Manner(false, true));
        Map<String, List<Probe>> probes = new HashMap<>();
        List<Question> questions =
                urls.stream()
                        .flatMap(url -> edges.stream().map(edge -> new Question(url, edge)))
                        .toList();
        new Prober(asker, new ProbePace(1_000_000, 16))
                .ask(
                        questions.iterator(),
                        p -> probes.computeIfAbsent(p.target(), _ -> new ArrayList<>()).add(p),
                        () -> false);
        return probes;
    }

    private void purge(List<String> urls) throws Exception {
        Clock clock =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        try (HttpTeoClient client =
                new HttpTeoClient(
                        TeoEndpoint.of(edgeOne.endpoint().toString()),
                        () -> new Credentials(DemoAccount.SECRET_ID, DemoAccount.SECRET_KEY, null),
                        RequestGate.OPEN,
                        clock,
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null)) {
            for (int from = 0; from < urls.size(); from += BATCH) {
                List<String> batch = urls.subList(from, Math.min(urls.size(), from + BATCH));
                String job =
                        client.createPurgeTask(
                                        new PurgeOrder(ZONE, PurgeType.URL, null, batch, List.of()),
                                        Departure.FREE)
                                .jobId();
                for (PurgeTask task :
                        client.describePurgeTasks(new PurgeTaskQuery.ByJob(ZONE, job)).rows()) {
                    taken.put(task.target(), task.createTime());
                }
                // A rest of a second, so that some are taken early in one and some late.
                now = now.plusMillis(370);
            }
        }
    }

    private void visit(List<Boolean> which) throws IOException {
        for (int i = 0; i < targets; i++) {
            for (int node = 0; which.get(i) && node < edges.size(); node++) {
                if (!strikes(FaultKind.DROP, node, i)) {
                    send(edgeOne.edgeNodes().get(node), "GET " + path(i), "");
                }
            }
        }
    }

    private void put(String path, String text) throws IOException {
        send(edgeOne.origin(), "PUT " + path, text);
    }

    private static void send(URI to, String what, String body) throws IOException {
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head =
                    what
                            + " HTTP/1.1\r\nHost: "
                            + HOST
                            + "\r\nConnection: close\r\nContent-Length: "
                            + body.length()
                            + "\r\n\r\n"
                            + body;
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.getInputStream().readAllBytes();
        }
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private static String path(int i) {
        return "/pages/" + i + ".html";
    }
}
