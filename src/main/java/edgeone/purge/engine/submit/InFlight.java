package edgeone.purge.engine.submit;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.submit.Sending.News;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.model.Job;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The batches of a run that are being sent, each on its own thread. For one thread only. */
final class InFlight {
    /** Enough for the full rate if EdgeOne takes three seconds to answer. */
    private static final int MOST = 60;

    /** Enough for the full rate if the journal and a new connection take 0.4 s together. */
    private static final int MOST_WAITING = 8;

    private final Connection connection;
    private final BatchSender sender;
    private final LinkedBlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Map<Ref, Sending> sendings = new HashMap<>();

    /** Those with no bytes sent yet. */
    private final Set<Ref> waiting = new HashSet<>();

    InFlight(Connection connection, BatchSender sender) {
        this.connection = connection;
        this.sender = sender;
    }

    boolean isEmpty() {
        return sendings.isEmpty();
    }

    /** Whether another batch may be sent now. */
    boolean hasRoom() {
        return sendings.size() < MOST && waiting.size() < MOST_WAITING;
    }

    void send(Job job, Ref ref, Executor workers) {
        Sending sending = new Sending(connection, sender, job, ref, news);
        sendings.put(ref, sending);
        waiting.add(ref);
        workers.execute(sending);
    }

    /** The next news, or null if there is none within {@code nanos}. */
    @Nullable News next(long nanos) throws InterruptedException {
        News heard = news.poll(nanos, TimeUnit.NANOSECONDS);
        if (heard != null) {
            waiting.remove(heard.ref());
            if (!(heard instanceof News.Left)) {
                sendings.remove(heard.ref());
            }
        }
        return heard;
    }

    /** Holds back every batch that has not left yet. Their news still arrives. */
    void holdBack() {
        waiting.forEach(ref -> Objects.requireNonNull(sendings.get(ref)).holdBack());
        waiting.clear();
    }
}
