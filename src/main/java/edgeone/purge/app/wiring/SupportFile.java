package edgeone.purge.app.wiring;

import edgeone.purge.cli.kit.SupportJobs;
import edgeone.purge.support.SupportBundle;
import edgeone.purge.ui.settings.SettingsAccess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Creates the support bundle of a home folder for the window. */
public final class SupportFile implements SettingsAccess.Bundle {
    private final Wiring wiring;

    public SupportFile(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public List<String> save(Path file, boolean withTargets)
            throws SupportBundle.LeakException, IOException {
        List<String> unread = wiring.learnSecrets();
        wiring.supportBundle()
                .text("jobs.json", SupportJobs.document(wiring.history(), withTargets))
                .save(file, wiring.known().scan());
        return unread;
    }
}
