package edgeone.purge.desktop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Shows each notification by a command of the system, which does not say when one is chosen. */
final class ScriptedNotices implements DesktopNotices {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptedNotices.class);

    private final Script script;

    ScriptedNotices(Script script) {
        this.script = script;
    }

    @Override
    public void show(String title, String text, Runnable chosen) {
        try {
            script.process(title, text).start().getOutputStream().close();
        } catch (IOException e) {
            LOG.info("no notification was shown: {}", e.toString());
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
