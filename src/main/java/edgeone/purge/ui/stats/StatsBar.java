package edgeone.purge.ui.stats;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.OneOf;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which jobs to sum up: days, zone, account, those of others as well. */
final class StatsBar extends FlowPane {
    /** Years that a typed date may have. */
    private static final int FIRST_YEAR = 2_000;

    private static final int LAST_YEAR = 2_100;

    private final StatsViewModel model;
    private final StatsChoices choices;
    private final Formats formats;
    private final Map<StatsRange, ToggleButton> ranges = new EnumMap<>(StatsRange.class);
    private final ComboBox<Optional<String>> zone = Boxes.named("stats-zone", new ComboBox<>());
    private final DatePicker from = Boxes.named("stats-from", new DatePicker());
    private final DatePicker to = Boxes.named("stats-to", new DatePicker());
    private final CheckBox everyAccount = Boxes.named("stats-every-account", new CheckBox());
    private final CheckBox elsewhere = Boxes.named("stats-elsewhere", new CheckBox());
    private Subscription watching = Subscription.EMPTY;

    StatsBar(StatsViewModel model, Formats formats) {
        super(10, 8);
        this.model = model;
        this.formats = formats;
        choices = model.choices();
        setUpRanges();
        HBox dates = setUpDates();
        setUpZones();
        setUpBoxes();
        getChildren().addAll(dates, zone, everyAccount, elsewhere);
    }

    private void setUpRanges() {
        HBox row = Boxes.styled(new HBox(), "chips");
        row.setMinHeight(32);
        OneOf<StatsRange> group = new OneOf<>(choices.rangeProperty()::set);
        for (StatsRange range : StatsRange.values()) {
            ToggleButton button = new ToggleButton(formats.text("stats.range." + range));
            button.getStyleClass().setAll("chip");
            button.setId("stats-range-" + range);
            button.setMinWidth(Region.USE_PREF_SIZE);
            group.add(button, range);
            ranges.put(range, button);
            row.getChildren().add(button);
        }
        getChildren().add(row);
        also(
                choices.rangeProperty()
                        .subscribe(
                                range ->
                                        Objects.requireNonNull(ranges.get(range))
                                                .setSelected(true)));
    }

    private HBox setUpDates() {
        for (DatePicker picker : List.of(from, to)) {
            picker.setConverter(new Written(picker));
            picker.setPrefWidth(140);
        }
        from.setAccessibleText(formats.text("stats.from"));
        from.setPromptText(from.getAccessibleText());
        to.setAccessibleText(formats.text("stats.to"));
        to.setPromptText(to.getAccessibleText());
        from.valueProperty().bindBidirectional(choices.fromProperty());
        to.valueProperty().bindBidirectional(choices.toProperty());
        Label until = new Label("–");
        until.setLabelFor(to);
        HBox dates = Boxes.row(6, from, until, to);
        also(
                choices.rangeProperty()
                        .subscribe(range -> Boxes.toggle(dates, range == StatsRange.DATES)));
        return dates;
    }

    private void setUpZones() {
        zone.setPrefWidth(190);
        zone.setAccessibleText(formats.text("stats.zone"));
        offer(JobFacets.NONE);
        also(model.facetsProperty().subscribe(this::offer));
        also(choices.zoneProperty().subscribe(value -> zone.setValue(Optional.ofNullable(value))));
        zone.valueProperty()
                .subscribe(
                        value -> {
                            if (value != null) {
                                choices.zoneProperty().set(value.orElse(null));
                            }
                        });
    }

    private void offer(JobFacets facets) {
        List<Optional<String>> zones =
                Stream.concat(
                                Stream.of(Optional.<String>empty()),
                                facets.zones().entrySet().stream()
                                        .sorted(Map.Entry.comparingByValue())
                                        .map(entry -> Optional.of(entry.getKey())))
                        .toList();
        if (!zones.equals(zone.getItems())) {
            Optional<String> chosen = Optional.ofNullable(choices.zoneProperty().get());
            Fields.offer(
                    zone,
                    zones,
                    id ->
                            VisibleText.of(
                                    id.map(of -> facets.zones().getOrDefault(of, of))
                                            .orElseGet(() -> formats.text("stats.every-zone"))));
            zone.setValue(chosen);
        }
    }

    private void setUpBoxes() {
        everyAccount.setText(formats.text("stats.every-account"));
        everyAccount.selectedProperty().bindBidirectional(choices.everyAccountProperty());
        elsewhere.setText(formats.text("stats.elsewhere"));
        elsewhere.selectedProperty().bindBidirectional(choices.elsewhereProperty());
        for (CheckBox box : List.of(everyAccount, elsewhere)) {
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.setMinHeight(32);
        }
    }

    private void also(Subscription subscription) {
        watching = watching.and(subscription);
    }

    @Override
    public void requestFocus() {
        Objects.requireNonNull(ranges.get(choices.rangeProperty().get())).requestFocus();
    }

    /** Stops listening to the model. */
    void close() {
        watching.unsubscribe();
        from.valueProperty().unbindBidirectional(choices.fromProperty());
        to.valueProperty().unbindBidirectional(choices.toProperty());
        everyAccount.selectedProperty().unbindBidirectional(choices.everyAccountProperty());
        elsewhere.selectedProperty().unbindBidirectional(choices.elsewhereProperty());
    }

    /** Dates as ISO 8601 writes them; what is no date changes nothing. */
    private static final class Written extends StringConverter<LocalDate> {
        private final DatePicker picker;

        Written(DatePicker picker) {
            this.picker = picker;
        }

        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            if (text.isBlank()) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(text.strip());
                return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                        ? picker.getValue()
                        : day;
            } catch (DateTimeParseException e) {
                return picker.getValue();
            }
        }
    }
}
