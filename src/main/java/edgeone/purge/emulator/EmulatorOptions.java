package edgeone.purge.emulator;

import edgeone.purge.emulator.api.call.ApiKey;
import edgeone.purge.emulator.api.state.DemoZones;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.tls.TlsEnd;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * How an embedded EdgeOne behaves. Start from {@link #defaults()}.
 *
 * @param port the port of the API; 0 for any free one
 * @param seed seed of the random numbers that decide about faults
 * @param latency how long each reply takes
 * @param processing how long until the last row of a job is final
 * @param visibilityLag how long a new job stays unlisted
 * @param faults what goes wrong
 * @param folder keeps what is accepted in this folder, shared with others on it; null for memory
 *     only
 * @param acceptedLog receives what is accepted, as lines of JSON, before the reply; null for none
 * @param anyScopeService whether the signature's scope may name a service other than teo
 * @param cacheTagMayBeMissing whether a tag purge may leave CacheTag out
 * @param rateOfAccount whether all keys of the account share 20 requests a second; otherwise each
 *     has its own
 * @param zones the zones of the account; at least one
 * @param keys the keys that may sign; the first is the one given to clients
 * @param clock the true time
 * @param tls what the API is served over; null for plain HTTP
 */
public record EmulatorOptions(
        int port,
        long seed,
        Duration latency,
        Duration processing,
        Duration visibilityLag,
        FaultPlan faults,
        @Nullable Path folder,
        @Nullable Path acceptedLog,
        boolean anyScopeService,
        boolean cacheTagMayBeMissing,
        boolean rateOfAccount,
        List<ZoneSetup> zones,
        List<ApiKey> keys,
        InstantSource clock,
        @Nullable TlsEnd tls) {
    public EmulatorOptions {
        zones = List.copyOf(zones);
        keys = List.copyOf(keys);
        if (zones.isEmpty() || keys.isEmpty()) {
            throw new IllegalArgumentException("at least one zone and one key are required");
        }
    }

    /**
     * Any port, seed 1, no latency, rows final within 300 ms, listed after 200 ms, no faults,
     * nothing on disk, the built-in zones and keys, plain HTTP.
     */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(
                0,
                1,
                Duration.ZERO,
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                FaultPlan.none(),
                null,
                null,
                true,
                true,
                false,
                DemoZones.all(),
                DemoAccount.keys(),
                InstantSource.system(),
                null);
    }

    /** The port of the API; 0 for any free one. */
    public EmulatorOptions withPort(int value) {
        return with(d -> d.port = value);
    }

    /** Seed of the random numbers that decide about faults. */
    public EmulatorOptions withSeed(long value) {
        return with(d -> d.seed = value);
    }

    /** How long each reply takes. */
    public EmulatorOptions withLatency(Duration value) {
        return with(d -> d.latency = value);
    }

    /** How long until the last row of a job is final. */
    public EmulatorOptions withProcessing(Duration value) {
        return with(d -> d.processing = value);
    }

    /** How long a new job stays unlisted. */
    public EmulatorOptions withVisibilityLag(Duration value) {
        return with(d -> d.visibilityLag = value);
    }

    /** What goes wrong. */
    public EmulatorOptions withFaults(FaultPlan value) {
        return with(d -> d.faults = value);
    }

    /** Keeps what is accepted in this folder, shared with others on it. */
    public EmulatorOptions withFolder(Path value) {
        return with(d -> d.folder = value);
    }

    /** Writes what is accepted to this file, as lines of JSON, before the reply. */
    public EmulatorOptions withAcceptedLog(Path value) {
        return with(d -> d.acceptedLog = value);
    }

    /** Whether the signature's scope may name a service other than teo. */
    public EmulatorOptions withAnyScopeService(boolean value) {
        return with(d -> d.anyScopeService = value);
    }

    /** Whether a tag purge may leave CacheTag out. */
    public EmulatorOptions withCacheTagMayBeMissing(boolean value) {
        return with(d -> d.cacheTagMayBeMissing = value);
    }

    /** Whether all keys of the account share 20 requests a second. */
    public EmulatorOptions withRateOfAccount(boolean value) {
        return with(d -> d.rateOfAccount = value);
    }

    /** The zones of the account; at least one. */
    public EmulatorOptions withZones(List<ZoneSetup> value) {
        return with(d -> d.zones = value);
    }

    /** The keys that may sign; the first is the one given to clients. */
    public EmulatorOptions withKeys(List<ApiKey> value) {
        return with(d -> d.keys = value);
    }

    /** The true time. */
    public EmulatorOptions withClock(InstantSource value) {
        return with(d -> d.clock = value);
    }

    /** What the API is served over; edge and origin stay plain HTTP. */
    public EmulatorOptions withTls(TlsEnd value) {
        return with(d -> d.tls = value);
    }

    private EmulatorOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** A mutable copy, so that each change names only one field. */
    private static final class Draft {
        private int port;
        private long seed;
        private Duration latency;
        private Duration processing;
        private Duration visibilityLag;
        private FaultPlan faults;
        private @Nullable Path folder;
        private @Nullable Path acceptedLog;
        private boolean anyScopeService;
        private boolean cacheTagMayBeMissing;
        private boolean rateOfAccount;
        private List<ZoneSetup> zones;
        private List<ApiKey> keys;
        private InstantSource clock;
        private @Nullable TlsEnd tls;

        Draft(EmulatorOptions from) {
            port = from.port;
            seed = from.seed;
            latency = from.latency;
            processing = from.processing;
            visibilityLag = from.visibilityLag;
            faults = from.faults;
            folder = from.folder;
            acceptedLog = from.acceptedLog;
            anyScopeService = from.anyScopeService;
            cacheTagMayBeMissing = from.cacheTagMayBeMissing;
            rateOfAccount = from.rateOfAccount;
            zones = from.zones;
            keys = from.keys;
            clock = from.clock;
            tls = from.tls;
        }

        EmulatorOptions options() {
            return new EmulatorOptions(
                    port,
                    seed,
                    latency,
                    processing,
                    visibilityLag,
                    faults,
                    folder,
                    acceptedLog,
                    anyScopeService,
                    cacheTagMayBeMissing,
                    rateOfAccount,
                    zones,
                    keys,
                    clock,
                    tls);
        }
    }
}
