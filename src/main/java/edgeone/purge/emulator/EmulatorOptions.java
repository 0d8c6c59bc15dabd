package edgeone.purge.emulator;

import edgeone.purge.emulator.api.ApiKey;
import edgeone.purge.emulator.api.DemoZones;
import edgeone.purge.emulator.api.ZoneSetup;
import edgeone.purge.emulator.faults.FaultPlan;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * How an embedded EdgeOne behaves. Start from {@link #defaults()}.
 *
 * @param port the port of the API; 0 for any free one
 * @param seed of the chances faults are drawn with
 * @param latency how long each reply takes
 * @param processing how long until the last row of a job is final
 * @param visibilityLag how long a new job is not listed
 * @param faults what goes wrong
 * @param folder keeps what is accepted in this folder, shared with others on it; null for memory
 *     only
 * @param acceptedLog tells what is accepted in this file, as lines of JSON, before the reply; null
 *     for nowhere
 * @param anyScopeService whether the signature's scope may name a service other than teo
 * @param cacheTagMayBeMissing whether a tag purge may leave CacheTag out
 * @param zones the zones of the account; at least one
 * @param keys the keys that may sign; the first is the one told to clients
 * @param clock the true time
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
        List<ZoneSetup> zones,
        List<ApiKey> keys,
        InstantSource clock) {
    public EmulatorOptions {
        zones = List.copyOf(zones);
        keys = List.copyOf(keys);
        if (zones.isEmpty() || keys.isEmpty()) {
            throw new IllegalArgumentException("an account has a zone and a key");
        }
    }

    /**
     * Any port, seed 1, no latency, rows final within 300 ms, listed after 200 ms, no faults,
     * nothing on disk, the built-in zones and keys.
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
                DemoZones.all(),
                DemoAccount.keys(),
                InstantSource.system());
    }

    /** The port of the API; 0 for any free one. */
    public EmulatorOptions withPort(int value) {
        return new EmulatorOptions(
                value,
                seed,
                latency,
                processing,
                visibilityLag,
                faults,
                folder,
                acceptedLog,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** Of the chances faults are drawn with. */
    public EmulatorOptions withSeed(long value) {
        return new EmulatorOptions(
                port,
                value,
                latency,
                processing,
                visibilityLag,
                faults,
                folder,
                acceptedLog,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** How long each reply takes. */
    public EmulatorOptions withLatency(Duration value) {
        return new EmulatorOptions(
                port,
                seed,
                value,
                processing,
                visibilityLag,
                faults,
                folder,
                acceptedLog,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** How long until the last row of a job is final. */
    public EmulatorOptions withProcessing(Duration value) {
        return new EmulatorOptions(
                port,
                seed,
                latency,
                value,
                visibilityLag,
                faults,
                folder,
                acceptedLog,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** How long a new job is not listed. */
    public EmulatorOptions withVisibilityLag(Duration value) {
        return new EmulatorOptions(
                port,
                seed,
                latency,
                processing,
                value,
                faults,
                folder,
                acceptedLog,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** What goes wrong. */
    public EmulatorOptions withFaults(FaultPlan value) {
        return new EmulatorOptions(
                port,
                seed,
                latency,
                processing,
                visibilityLag,
                value,
                folder,
                acceptedLog,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** Keeps what is accepted in this folder, shared with others on it. */
    public EmulatorOptions withFolder(Path value) {
        return new EmulatorOptions(
                port,
                seed,
                latency,
                processing,
                visibilityLag,
                faults,
                value,
                acceptedLog,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** Tells what is accepted in this file, as lines of JSON, before the reply. */
    public EmulatorOptions withAcceptedLog(Path value) {
        return new EmulatorOptions(
                port,
                seed,
                latency,
                processing,
                visibilityLag,
                faults,
                folder,
                value,
                anyScopeService,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** Whether the signature's scope may name a service other than teo. */
    public EmulatorOptions withAnyScopeService(boolean value) {
        return new EmulatorOptions(
                port,
                seed,
                latency,
                processing,
                visibilityLag,
                faults,
                folder,
                acceptedLog,
                value,
                cacheTagMayBeMissing,
                zones,
                keys,
                clock);
    }

    /** Whether a tag purge may leave CacheTag out. */
    public EmulatorOptions withCacheTagMayBeMissing(boolean value) {
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
                value,
                zones,
                keys,
                clock);
    }

    /** The zones of the account; at least one. */
    public EmulatorOptions withZones(List<ZoneSetup> value) {
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
                value,
                keys,
                clock);
    }

    /** The keys that may sign; the first is the one told to clients. */
    public EmulatorOptions withKeys(List<ApiKey> value) {
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
                zones,
                value,
                clock);
    }

    /** The true time. */
    public EmulatorOptions withClock(InstantSource value) {
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
                zones,
                keys,
                value);
    }
}
