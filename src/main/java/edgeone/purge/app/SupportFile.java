package edgeone.purge.app;

import edgeone.purge.accounts.SupportBundle;
import edgeone.purge.cli.SupportJobs;
import edgeone.purge.ui.settings.SettingsAccess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Packs the support bundle of a home folder for the window. */
final class SupportFile implements SettingsAccess.Bundle {
    private final Wiring wiring;

    SupportFile(Wiring wiring) {
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
