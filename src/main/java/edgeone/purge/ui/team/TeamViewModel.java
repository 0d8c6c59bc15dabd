package edgeone.purge.ui.team;

import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.desk.TeamStatus;
import edgeone.purge.team.publish.Published;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.team.Said.Deed;
import edgeone.purge.ui.team.Said.Part;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The team's database as it is set, how it stands, and what is done about it. */
public final class TeamViewModel {
    private final TeamDesk desk;
    private final Consumer<Published> told;
    private final Doing doing;
    private final SetUp setUp;
    private final Latest looking;
    private final Latest counting;
    private final ReadOnlyObjectWrapper<@Nullable TeamSetting> setting =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TeamStatus> status =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TeamDesk.Progress> progress =
            new ReadOnlyObjectWrapper<>(new TeamDesk.Progress(0, 0));
    private boolean looks;

    /**
     * @param told hears what publishing came to
     */
    public TeamViewModel(TeamDesk desk, Tasks tasks, Consumer<Published> told) {
        this.desk = desk;
        this.told = told;
        doing = new Doing(tasks);
        setUp = new SetUp(desk, doing, tasks, this::changed);
        looking = tasks.latest();
        counting = tasks.latest();
        setting.set(desk.setting());
    }

    /** Another database is set, or none any more. */
    public void changed() {
        status.set(null);
        load();
    }

    /** Looks how the database stands now. */
    public void load() {
        looks = true;
        setting.set(desk.setting());
        looking.run(
                desk::statusQuietly,
                now -> {
                    looks = false;
                    status.set(now);
                    progress.set(new TeamDesk.Progress(now.pending(), now.published()));
                },
                e -> {
                    looks = false;
                    doing.say(new Said.Failed(Part.STATUS, e));
                });
    }

    /** The same, unless that is going on already or nothing is set. */
    public void lookAgain() {
        if (!looks && setting.get() != null) {
            load();
        }
    }

    /** Counts what waits; asks no database. */
    void count() {
        if (setting.get() != null) {
            counting.run(desk::progress, progress::set, _ -> {});
        }
    }

    /** Publishes what waits; may ask for a passphrase. */
    void publish() {
        doing.run(
                Work.PUBLISHING,
                Part.STATUS,
                () -> desk.publishAll().orElseGet(() -> new Published(0, 0, false, null)),
                published -> {
                    told.accept(published);
                    load();
                    return new Said.Sent(published);
                });
    }

    /** Writes the SQL of the schema, for whoever runs the database. */
    void copySchema(Consumer<String> taken) {
        doing.run(
                Work.WRITING,
                Part.SCHEMA,
                TeamSchema::script,
                sql -> {
                    taken.accept(sql);
                    return new Said.Done(Part.SCHEMA, Deed.COPIED, "");
                });
    }

    void saveSchema(Path file) {
        doing.run(
                Work.WRITING,
                Part.SCHEMA,
                () -> Files.writeString(file, TeamSchema.script()),
                saved -> new Said.Done(Part.SCHEMA, Deed.SAVED, saved.toString()));
    }

    /**
     * Saves how long a purge waits for a second person.
     *
     * @param minutes 1 to {@link TeamSetting#LONGEST_RELEASE}
     */
    void saveMinutes(int minutes) {
        doing.run(
                Work.KEEPING,
                Part.RELEASE,
                () -> {
                    desk.setReleaseMinutes(minutes);
                    return true;
                },
                _ -> {
                    setting.set(desk.setting());
                    return new Said.Done(Part.RELEASE, Deed.MINUTES, "");
                });
    }

    SetUp setUp() {
        return setUp;
    }

    List<StoreKind> stores() {
        return desk.storesOffered();
    }

    StoreKind preferredStore() {
        return desk.preferredStore();
    }

    /** Whether the environment gives the password of this run. */
    boolean isPasswordGiven() {
        return desk.isPasswordGiven();
    }

    /** Whether an empty password keeps the stored one. */
    boolean isPasswordKept(TeamEntry entry) {
        return entry.address().filter(desk::isPasswordKept).isPresent();
    }

    /** Null where no database is set. */
    ReadOnlyObjectProperty<@Nullable TeamSetting> settingProperty() {
        return setting.getReadOnlyProperty();
    }

    /** Null until it is known. */
    ReadOnlyObjectProperty<@Nullable TeamStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TeamDesk.Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Work> workProperty() {
        return doing.workProperty();
    }

    /** Null until something was done. */
    ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
        return doing.saidProperty();
    }
}
