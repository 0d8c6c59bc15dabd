package edgeone.purge.ui.history.list;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.table.ColumnsMenu;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What to list: a text, the states with their counts, and narrower choices. */
public final class FilterBar {
    private final JobListModel model;
    private final JobFilters filters;
    private final Formats formats;
    private final Words words;
    private final Parent root;
    private final Map<StateChip, ToggleButton> chipButtons = new EnumMap<>(StateChip.class);
    private Subscription watching = Subscription.EMPTY;

    @FXML private FlowPane bar;
    @FXML private TextField filter;
    @FXML private HBox chips;
    @FXML private ComboBox<Optional<PurgeType>> type;
    @FXML private ComboBox<Optional<String>> zone;
    @FXML private ComboBox<AccountChoice> account;
    @FXML private ComboBox<Optional<Origin>> origin;
    @FXML private ComboBox<TimeRange> range;
    @FXML private HBox dates;
    @FXML private DatePicker from;
    @FXML private Label until;
    @FXML private DatePicker to;
    @FXML private MenuButton export;
    @FXML private MenuButton columns;
    @FXML private Button refresh;

    /**
     * @param onRefresh what F5 does
     * @param more what comes after it
     */
    public FilterBar(
            JobListModel model, JobTable table, Formats formats, Runnable onRefresh, Node more) {
        this.model = model;
        this.formats = formats;
        filters = model.filters();
        words = new Words(formats.messages());
        root = Fxml.load(this, formats.messages());
        filter.textProperty().bindBidirectional(filters.textProperty());
        setUpChips();
        setUpChoices();
        setUpDates();
        ColumnsMenu.on(columns, table.remembered(), formats.messages());
        refresh.setOnAction(_ -> onRefresh.run());
        bar.getChildren().add(more);
        also(model.countsProperty().subscribe(_ -> showCounts()));
        also(model.facetsProperty().subscribe(this::showFacets));
    }

    public Parent root() {
        return root;
    }

    /** Puts something before all choices. */
    public void lead(Node first) {
        bar.getChildren().addFirst(first);
    }

    /**
     * Offers to export all jobs that match.
     *
     * @param impossible while it is not
     * @param onExport hears the ending of the file's name
     */
    public void offerExport(ObservableValue<Boolean> impossible, Consumer<String> onExport) {
        for (String ending : List.of("csv", "json", "html")) {
            MenuItem item = new MenuItem(formats.text("window.export." + ending));
            item.setId("export-" + ending);
            item.setOnAction(_ -> onExport.accept(ending));
            export.getItems().add(item);
        }
        export.disableProperty().bind(impossible);
    }

    /** Goes to the text that is looked for. */
    public void focusText() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Stops listening to the model. */
    public void close() {
        watching.unsubscribe();
        export.disableProperty().unbind();
        filter.textProperty().unbindBidirectional(filters.textProperty());
        from.valueProperty().unbindBidirectional(filters.fromProperty());
        to.valueProperty().unbindBidirectional(filters.toProperty());
    }

    private void also(Subscription subscription) {
        watching = watching.and(subscription);
    }

    private void setUpChips() {
        OneOf<StateChip> group = new OneOf<>(filters.chipProperty()::set);
        for (StateChip chip : StateChip.values()) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().setAll("chip");
            button.setId("chip-" + chip.name());
            button.setMinWidth(Region.USE_PREF_SIZE);
            group.add(button, chip);
            chipButtons.put(chip, button);
            chips.getChildren().add(button);
        }
        also(
                filters.chipProperty()
                        .subscribe(
                                chip -> {
                                    ToggleButton button = chipButtons.get(chip);
                                    if (button != null) {
                                        button.setSelected(true);
                                    }
                                }));
    }

    private void setUpChoices() {
        type.getItems().add(Optional.empty());
        Arrays.stream(PurgeType.values()).map(Optional::of).forEach(type.getItems()::add);
        choice(type, of -> or("window.history.everyType", of.map(words::type)));
        tie(type, filters.typeProperty());
        zone.getItems().add(Optional.empty());
        choice(zone, of -> or("window.history.everyZone", of.map(this::zoneName)));
        tie(zone, filters.zoneProperty());
        origin.getItems().setAll(List.of(Optional.empty()));
        Arrays.stream(Origin.values()).map(Optional::of).forEach(origin.getItems()::add);
        choice(
                origin,
                of ->
                        or(
                                "window.history.everyOrigin",
                                of.map(o -> formats.text("window.origin." + o.label()))));
        tie(origin, filters.originProperty());
        account.getItems().setAll(new AccountChoice.Open(), new AccountChoice.Every());
        choice(account, this::accountName);
        tieDirectly(account, filters.accountProperty());
        range.getItems().setAll(TimeRange.values());
        choice(range, of -> formats.text("window.range." + of.name()));
        tieDirectly(range, filters.rangeProperty());
    }

    private String or(String every, Optional<String> one) {
        return one.orElseGet(() -> formats.text(every));
    }

    private String zoneName(String id) {
        return model.facetsProperty().get().zones().getOrDefault(id, id);
    }

    private String accountName(AccountChoice of) {
        return switch (of) {
            case AccountChoice.Open _ -> formats.text("window.history.openAccount");
            case AccountChoice.Every _ -> formats.text("window.history.everyAccount");
            case AccountChoice.Named(String name) -> name;
        };
    }

    private static <T> void choice(ComboBox<T> box, Function<T, String> name) {
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T of) {
                        return of == null ? "" : VisibleText.of(name.apply(of));
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return box.getValue();
                    }
                });
    }

    private <T> void tie(ComboBox<Optional<T>> box, Property<@Nullable T> property) {
        also(property.subscribe(value -> box.setValue(Optional.ofNullable(value))));
        box.valueProperty()
                .subscribe(
                        value -> {
                            if (value != null) {
                                property.setValue(value.orElse(null));
                            }
                        });
    }

    private <T> void tieDirectly(ComboBox<T> box, Property<T> property) {
        also(property.subscribe(value -> box.setValue(value)));
        box.valueProperty()
                .subscribe(
                        value -> {
                            if (value != null) {
                                property.setValue(value);
                            }
                        });
    }

    private void setUpDates() {
        for (DatePicker picker : List.of(from, to)) {
            picker.setConverter(
                    new StringConverter<>() {
                        @Override
                        public String toString(@Nullable LocalDate day) {
                            return day == null ? "" : day.toString();
                        }

                        // What is no date changes nothing.
                        @Override
                        public @Nullable LocalDate fromString(String text) {
                            if (text.isBlank()) {
                                return null;
                            }
                            try {
                                return LocalDate.parse(text.strip());
                            } catch (DateTimeParseException e) {
                                return picker.getValue();
                            }
                        }
                    });
        }
        from.valueProperty().bindBidirectional(filters.fromProperty());
        to.valueProperty().bindBidirectional(filters.toProperty());
        until.setLabelFor(to);
        also(filters.rangeProperty().subscribe(of -> Boxes.toggle(dates, of == TimeRange.DATES)));
    }

    private void showCounts() {
        Map<StateChip, Integer> counts = model.countsProperty().get();
        chipButtons.forEach(
                (chip, button) -> {
                    button.setText(
                            formats.text(
                                    "window.chip." + chip.name(), counts.getOrDefault(chip, 0)));
                    button.setAccessibleText(button.getText());
                });
    }

    private void showFacets(JobFacets facets) {
        replace(
                zone,
                Stream.concat(
                                Stream.of(Optional.<String>empty()),
                                facets.zones().entrySet().stream()
                                        .sorted(Map.Entry.comparingByValue())
                                        .map(entry -> Optional.of(entry.getKey())))
                        .toList());
        replace(
                account,
                Stream.concat(
                                Stream.<AccountChoice>of(
                                        new AccountChoice.Open(), new AccountChoice.Every()),
                                facets.accounts().stream().map(AccountChoice.Named::new))
                        .toList());
    }

    /** Without touching what is chosen. */
    private static <T> void replace(ComboBox<T> box, List<T> items) {
        T value = box.getValue();
        if (!Objects.equals(box.getItems(), items)) {
            box.getItems().setAll(items);
            box.setValue(value);
        }
    }
}
