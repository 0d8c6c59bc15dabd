package edgeone.purge.ui.purge.form;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.session.Session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class PurgeFormTest {
    @TempDir Path home;
    private LiveConsole live;
    private Session session;
    private PurgeForm form;

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        session = new Desk(live).signIn().session;
        form = new PurgeForm(session);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void aDraftHasTheMethodOnlyWhereTheTypeTakesOne() {
        form.methodProperty().set(PurgeMethod.DELETE);
        session.typeProperty().set(PurgeType.PREFIX);
        assertThat(draft().method()).isEqualTo(PurgeMethod.DELETE);
        session.typeProperty().set(PurgeType.URL);
        assertThat(draft().method()).isNull();
    }

    @Test
    void aDraftHasTheDomainsOnlyForCacheTags() {
        form.tagDomainsProperty().set(" a.example.com,b.example.com;c.example.com  d ");
        session.typeProperty().set(PurgeType.CACHE_TAG);
        assertThat(draft().tagDomains())
                .containsExactly("a.example.com", "b.example.com", "c.example.com", "d");
        session.typeProperty().set(PurgeType.HOST);
        assertThat(draft().tagDomains()).isEmpty();
    }

    @Test
    void aDraftOfAWholeZoneHasNoTargets() {
        form.setLines(List.of("https://www.example.com/a"));
        assertThat(draft().targets()).isNotNull();
        session.typeProperty().set(PurgeType.ALL);
        assertThat(draft().targets()).isNull();
    }

    @Test
    void aDraftIsOfTheFormAsItWas() {
        form.setLines(List.of("https://www.example.com/a"));
        var before = form.draft(session.zoneProperty().get());
        form.setLines(List.of("https://www.example.com/a", "https://www.example.com/b"));
        assertThat(before.get().targets().size()).isEqualTo(1);
    }

    @Test
    void linesAreToldEvenIfTheyAreTheSame() {
        List<String> told = new ArrayList<>();
        form.listen(() -> told.add("edit"), () -> told.add("lines"));
        form.editing();
        form.setLines(form.linesProperty().get());
        assertThat(told).containsExactly("edit", "lines");
    }

    @Test
    void fillingInKeepsTheMethodIfNoneIsGiven() {
        form.methodProperty().set(PurgeMethod.DELETE);
        form.fill(
                new Place.Form(
                        "zone-2x5demo00003",
                        PurgeType.HOST,
                        null,
                        List.of("www.example.org"),
                        List.of("a", "b")));
        assertThat(session.zoneProperty().get().zoneId()).isEqualTo("zone-2x5demo00003");
        assertThat(session.typeProperty().get()).isEqualTo(PurgeType.HOST);
        assertThat(form.methodProperty().get()).isEqualTo(PurgeMethod.DELETE);
        assertThat(form.linesProperty().get()).containsExactly("www.example.org");
        assertThat(form.tagDomainsProperty().get()).isEqualTo("a b");
    }

    private PurgeDraft draft() {
        return form.draft(session.zoneProperty().get()).get();
    }
}
