package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.teo.error.RefusedException;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A wrong clock, against a server that enforces the five minutes. */
final class TeoClockWireTest {
    private final SetClock local = new SetClock(TeoWire.NOW);
    private final List<String> slots = new ArrayList<>();
    private Duration skew = Duration.ZERO;
    private boolean tellsTheDate = true;
    private String codeForBadTime = "AuthFailure.SignatureExpire";
    private TeoWire wire;

    @BeforeEach
    void start() throws Exception {
        wire = TeoWire.start();
        wire.clock(local)
                .gate(
                        new RequestGate() {
                            @Override
                            public void await(String action) {
                                slots.add(action);
                            }

                            @Override
                            public void throttled(String action, String serverMessage) {}
                        });
        wire.server()
                .setDispatcher(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return answer(request);
                            }
                        });
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private MockResponse answer(RecordedRequest request) {
        Instant server = local.instant().plus(skew);
        long signed = Long.parseLong(request.getHeaders().get("X-TC-Timestamp"));
        boolean right = Math.abs(server.getEpochSecond() - signed) <= 300;
        MockResponse.Builder reply =
                TeoWire.ok(
                        right
                                ? "{\"Response\":{\"JobId\":\"j\"}}"
                                : "{\"Response\":{\"Error\":{\"Code\":\""
                                        + codeForBadTime
                                        + "\",\"Message\":\"m\"},\"RequestId\":\"r\"}}");
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo(TeoWire.authorization(request));
        if (tellsTheDate) {
            reply.setHeader(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(server.atOffset(ZoneOffset.UTC)));
        }
        return reply.build();
    }

    @ParameterizedTest
    @ValueSource(longs = {180, -180, 6, -6})
    void aWrongClockCostsOneRequestOnce(long minutes) throws Exception {
        skew = Duration.ofMinutes(minutes);
        assertThat(wire.client().createPurgeTask(TeoWire.ORDER).jobId()).isEqualTo("j");
        assertThat(slots).hasSize(2);
        assertThat(wire.client().serverClock().corrected()).isTrue();
        assertThat(wire.client().serverClock().offset().minus(skew).abs())
                .isLessThan(Duration.ofSeconds(1));
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(slots).hasSize(3);
    }

    @Test
    void aClockWithinTheWindowIsLeftAlone() throws Exception {
        skew = Duration.ofMinutes(4).plusSeconds(50);
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(slots).hasSize(1);
        assertThat(wire.client().serverClock().corrected()).isFalse();
        assertThat(wire.client().serverClock().offset()).isPositive();
    }

    @Test
    void aBadSignatureIsTriedAgainOnlyWithAWrongClock() throws Exception {
        codeForBadTime = "AuthFailure.SignatureFailure";
        skew = Duration.ofMinutes(6);
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(slots).hasSize(2);
    }

    @Test
    void aServerThatAlwaysRefusesIsAskedTwice() {
        wire.server()
                .setDispatcher(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return TeoWire.ok(
                                                "{\"Response\":{\"Error\":{\"Code\":"
                                                        + "\"AuthFailure.SignatureExpire\"}}}")
                                        .setHeader("Date", "Wed, 04 Mar 2026 08:06:07 GMT")
                                        .build();
                            }
                        });
        assertRefused("AuthFailure.SignatureExpire");
        assertThat(slots).hasSize(2);
    }

    @Test
    void aWrongKeyIsNotTriedAgain() {
        wire.server()
                .setDispatcher(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                return TeoWire.ok(
                                                "{\"Response\":{\"Error\":{\"Code\":"
                                                        + "\"AuthFailure.SignatureFailure\"}}}")
                                        .setHeader("Date", "Wed, 04 Mar 2026 05:06:07 GMT")
                                        .build();
                            }
                        });
        assertRefused("AuthFailure.SignatureFailure");
        assertThat(slots).hasSize(1);
    }

    @Test
    void withoutADateNothingIsCorrected() {
        skew = Duration.ofHours(3);
        tellsTheDate = false;
        assertRefused("AuthFailure.SignatureExpire");
        assertThat(slots).hasSize(1);
        assertThat(wire.client().serverClock().corrected()).isFalse();
    }

    @Test
    void aCorrectedClockEndsTheCorrectionSilently() throws Exception {
        skew = Duration.ofHours(3);
        wire.client().createPurgeTask(TeoWire.ORDER);
        // The admin corrects the clock: local time jumps, the difference is gone.
        local.advance(skew);
        skew = Duration.ZERO;
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(slots).hasSize(4);
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(slots).hasSize(5);
        assertThat(wire.client().serverClock().corrected()).isFalse();
    }

    private void assertRefused(String code) {
        assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
