package edgeone.purge.emulator.api;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiDescription;
import edgeone.purge.emulator.api.action.Action;
import edgeone.purge.emulator.api.action.CreatePrefetchTask;
import edgeone.purge.emulator.api.action.CreatePurgeTask;
import edgeone.purge.emulator.api.action.DescribeAccelerationDomains;
import edgeone.purge.emulator.api.action.DescribeContentQuota;
import edgeone.purge.emulator.api.action.DescribeTasks;
import edgeone.purge.emulator.api.action.DescribeZones;
import edgeone.purge.emulator.api.action.PrefetchSource;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.api.call.ApiKey;
import edgeone.purge.emulator.api.call.ApiOptions;
import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Json;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.api.call.RateWindow;
import edgeone.purge.emulator.api.call.Wording;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.Zones;
import edgeone.purge.emulator.faults.FaultDice;
import edgeone.purge.emulator.faults.FaultKind;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.faults.FaultRule;
import edgeone.purge.emulator.http.Answer;
import edgeone.purge.emulator.http.LoopbackServer;
import edgeone.purge.emulator.http.Received;
import edgeone.purge.emulator.http.Reply;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The API's front door: checks a request, runs it, wraps the reply. */
public final class Gateway implements LoopbackServer.Handler {
    private static final int LONGEST_BODY = 10 * 1024 * 1024;
    private static final int MOST_CALLS = 20_000;

    private final ApiOptions options;
    private final Tc3Check signatures;
    private final RateWindow rate = new RateWindow();
    private final Map<String, Action> actions;
    private final InstantSource trueClock;
    private final long seed;
    private final Deque<ApiCall> calls = new ArrayDeque<>();
    private volatile FaultDice faults;

    /**
     * @param source where prefetches come from
     * @param clock the true time; faults may shift the service's clock
     * @param seed seed of the random numbers that decide about faults
     */
    public Gateway(
            ApiOptions options,
            Zones zones,
            JobLedger ledger,
            PrefetchSource source,
            InstantSource clock,
            FaultPlan plan,
            long seed) {
        this.options = options;
        this.signatures = new Tc3Check(options.keys(), options.anyScopeService());
        this.trueClock = clock;
        this.seed = seed;
        this.faults = new FaultDice(plan, seed);
        this.actions =
                List.of(
                                new DescribeZones(zones),
                                new DescribeAccelerationDomains(zones),
                                new DescribeContentQuota(zones, ledger),
                                new CreatePurgeTask(zones, ledger, options),
                                DescribeTasks.ofPurges(zones, ledger),
                                new CreatePrefetchTask(zones, ledger, options, source),
                                DescribeTasks.ofPrefetches(zones, ledger))
                        .stream()
                        .collect(Collectors.toMap(a -> described(a).name(), Function.identity()));
    }

    /** Replaces the fault plan and restarts its counts. */
    public void play(FaultPlan plan) {
        faults = new FaultDice(plan, seed);
    }

    /** The service's clock. */
    public Instant now() {
        return trueClock.instant().plus(faults.plan().clockOffset());
    }

    /** The last calls that were answered, oldest first. */
    public List<ApiCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    @Override
    public Answer answer(Received request) throws IOException {
        if (!request.path().equals("/")) {
            return new Answer.Whole(Reply.of(404, "text/html", FaultyReply.page("404 Not Found")));
        }
        FaultDice dice = faults;
        String action = request.header("X-TC-Action").orElse("");
        boolean chinese =
                request.header("X-TC-Language")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("zh");
        pause(dice.at(FaultKind.Stage.DELAY, action).map(r -> millis(r.number(0))));
        Optional<FaultRule> before = dice.reply(action, false);
        if (before.isPresent() && before.get().kind() == FaultKind.DROP) {
            return new Answer.Reset();
        }
        Optional<byte[]> body = request.body(LONGEST_BODY);
        pause(Optional.of(options.latency().dividedBy(2)));
        var faulty = new FaultyReply(request);
        if (before.isPresent() && before.get().kind() != FaultKind.ERROR) {
            return faulty.instead(before.get());
        }
        String requestId = UUID.randomUUID().toString();
        ObjectNode content;
        String error = "";
        try {
            content =
                    carryOut(
                            request,
                            action,
                            body,
                            before,
                            new Action.Context(now(), chinese, dice));
            shape(dice, action, content);
        } catch (ApiRefusal refusal) {
            error = refusal.code();
            content = errorOf(refusal, chinese);
        }
        note(new ApiCall(now(), action, requestId, error));
        Optional<FaultRule> after = error.isEmpty() ? dice.reply(action, true) : Optional.empty();
        pause(Optional.of(options.latency().minus(options.latency().dividedBy(2))));
        if (after.isPresent() && after.get().kind() == FaultKind.ERROR) {
            content = errorOf(ApiRefusal.injected(after.get().value()), chinese);
            after = Optional.empty();
        }
        Reply reply = envelope(requestId, content);
        return after.isPresent() ? faulty.instead(after.get(), reply) : new Answer.Whole(reply);
    }

    private ObjectNode carryOut(
            Received request,
            String name,
            Optional<byte[]> body,
            Optional<FaultRule> before,
            Action.Context context)
            throws ApiRefusal {
        if (!request.method().equals("POST")) {
            throw new ApiRefusal(Wording.PROTOCOL, request.method());
        }
        byte[] bytes = body.orElseThrow(() -> new ApiRefusal(Wording.SIZE));
        require(request, "X-TC-Timestamp", "Timestamp");
        require(request, "Authorization", "Authorization");
        String version = require(request, "X-TC-Version", "Version");
        require(request, "X-TC-Action", "Action");
        ApiKey key = signatures.verify(request, bytes, context.now());
        Action action = actions.get(name);
        if (action == null) {
            throw new ApiRefusal(Wording.ACTION);
        }
        if (!version.equals(ApiDescription.teo().version())) {
            throw new ApiRefusal(Wording.VERSION, version);
        }
        String whose = options.rateOfAccount() ? "" : key.secretId();
        rate.take(whose, name, request.arrived());
        if (before.isPresent()) {
            throw ApiRefusal.injected(before.get().value());
        }
        checkContentType(request.header("Content-Type").orElse(""));
        Parameters parameters = Parameters.read(bytes, described(action));
        checkPermission(name, parameters, context.faults());
        return action.run(parameters, context);
    }

    private static ApiAction described(Action action) {
        return ApiDescription.teo()
                .action(action.name())
                .orElseThrow(() -> new IllegalStateException("no description of " + action.name()));
    }

    private static String require(Received request, String header, String name) throws ApiRefusal {
        return request.header(header)
                .filter(v -> !v.isEmpty())
                .orElseThrow(() -> new ApiRefusal(Wording.MISSING, name));
    }

    private static void checkContentType(String type) throws ApiRefusal {
        String plain = type.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!plain.equals("application/json") && !plain.equals("application/json;charset=utf-8")) {
            throw new ApiRefusal(Wording.CONTENT_TYPE, type);
        }
    }

    private static void checkPermission(String action, Parameters parameters, FaultDice dice)
            throws ApiRefusal {
        Optional<FaultRule> denied = dice.at(FaultKind.Stage.PERMISSION, action);
        if (denied.isEmpty()) {
            return;
        }
        if (denied.get().kind() == FaultKind.DENY_PRODUCT) {
            throw new ApiRefusal(Wording.NO_PERMISSION);
        }
        String zone = action.equals("DescribeZones") ? "*" : parameters.text("ZoneId").orElse("*");
        throw new ApiRefusal(Wording.UNAUTHORIZED, action, "qcs::teo:::zone/" + zone);
    }

    private static void shape(FaultDice dice, String action, ObjectNode content) {
        Optional<FaultRule> fault = dice.at(FaultKind.Stage.SHAPE, action);
        if (fault.isPresent()) {
            FaultyReply.reshape(fault.get(), content);
        }
    }

    private static ObjectNode errorOf(ApiRefusal refusal, boolean chinese) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.putObject("Error").put("Code", refusal.code()).put("Message", refusal.text(chinese));
        return node;
    }

    /** RequestId comes first, as in public captures of the real service. */
    private static Reply envelope(String requestId, ObjectNode content) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.putObject("Response").put("RequestId", requestId).setAll(content);
        return Reply.of(200, "application/json", Json.MAPPER.writeValueAsBytes(root));
    }

    private void note(ApiCall call) {
        synchronized (calls) {
            if (calls.size() >= MOST_CALLS) {
                calls.removeFirst();
            }
            calls.addLast(call);
        }
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis(Math.round(millis));
    }

    private static void pause(Optional<Duration> time) {
        try {
            if (time.isPresent() && time.get().isPositive()) {
                Thread.sleep(time.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
