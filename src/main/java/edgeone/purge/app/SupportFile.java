package edgeone.purge.app;

import edgeone.purge.accounts.Secret;
import edgeone.purge.accounts.SecretStoreException;
import edgeone.purge.accounts.SupportBundle;
import edgeone.purge.engine.History;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetRow;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.Settings;
import edgeone.purge.ui.settings.SettingsAccess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Packs the support bundle of a home folder for the window. */
final class SupportFile implements SettingsAccess.Bundle {
    private static final int JOBS = 50;
    private static final int TARGETS = 1_000;

    private final Wiring wiring;

    SupportFile(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public List<String> save(Path file, boolean withTargets)
            throws SupportBundle.LeakException, IOException {
        List<String> unread = new ArrayList<>(wiring.accounts().learnAll());
        learnProxyPassword(unread);
        Path home = wiring.directories().home();
        SupportBundle bundle =
                new SupportBundle()
                        .versions(BuildInfo.read().line())
                        .logs(wiring.directories().log())
                        .text("jobs.txt", jobs(withTargets));
        Path settings = home.resolve("settings.json");
        if (Files.exists(settings)) {
            bundle.text("settings.json", Files.readString(settings));
        }
        bundle.save(file, wiring.known().scan());
        return unread;
    }

    private void learnProxyPassword(List<String> unread) {
        if (!(wiring.settings().network().proxy() instanceof ProxySetting.Own own)
                || own.user() == null) {
            return;
        }
        try (Secret secret =
                wiring.stores()
                        .of(wiring.stores().preferred())
                        .load(Settings.PROXY_SECRET)
                        .orElse(null)) {
            if (secret != null) {
                wiring.known().add(Settings.PROXY_SECRET, secret);
            }
        } catch (SecretStoreException e) {
            unread.add(Settings.PROXY_SECRET);
        }
    }

    private String jobs(boolean withTargets) {
        History history = wiring.history();
        StringBuilder text = new StringBuilder();
        for (JobSummary job : history.jobs(new History.Filter("", List.of(), null, JOBS))) {
            text.append(job.job().id())
                    .append(' ')
                    .append(job.job().createdAt())
                    .append(' ')
                    .append(job.job().type().wireName())
                    .append(' ')
                    .append(job.state())
                    .append(' ')
                    .append(job.targets())
                    .append('\n');
            if (withTargets) {
                for (TargetRow row : history.targets(job.job().id(), List.of(), 0, TARGETS)) {
                    text.append("  ").append(row).append('\n');
                }
            }
        }
        return text.toString();
    }
}
