package edgeone.purge.teo;

import okhttp3.Call;

import okio.AsyncTimeout;

import org.jspecify.annotations.Nullable;

/**
 * Ends a call that takes too long, even if data keeps trickling in. OkHttp's own call timeout would
 * also count the wait at the gate.
 */
final class Deadline extends AsyncTimeout {
    private final Attempt attempt;
    private volatile @Nullable Call call;

    Deadline(Attempt attempt) {
        this.attempt = attempt;
    }

    void watch(Call watched) {
        call = watched;
    }

    @Override
    protected void timedOut() {
        attempt.setOverdue();
        Call watched = call;
        if (watched != null) {
            watched.cancel();
        }
    }
}
