package edgeone.purge;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import edgeone.purge.journal.file.JournalException;
import edgeone.purge.teo.TeoClient;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Enforces the dependencies between packages.
 *
 * <p>A rule that matches no class fails (ArchUnit's default). If a rule forbids something
 * everywhere except in one place, that place must use it, or the rule would be void.
 */
final class ArchitectureTest {
    private static final String ROOT = "edgeone.purge";

    private static final JavaClasses PROGRAM = ProgramClasses.withLibraries();

    /** Every package with what it may use, from {@code packages.txt} next to this class. */
    private static final Map<String, Set<String>> MAY_USE = rules();

    @Test
    void everyPackageUsesOnlyWhatItMay() {
        Set<String> screens = screens();
        assertThat(screens).as("screens").contains("ui.purge", "ui.history");
        Map<String, Set<String>> rules = new TreeMap<>(MAY_USE);
        Set<String> forScreens = Objects.requireNonNull(rules.remove("screen"));
        screens.forEach(s -> rules.put(s, forScreen(s, forScreens)));
        Set<String> ui = new TreeSet<>(Objects.requireNonNull(rules.get("ui")));
        ui.addAll(forScreens);
        ui.addAll(screens);
        rules.put("ui", ui);
        assertThat(rules.keySet()).as("packages with a rule").isEqualTo(packages());
        assertAll(
                rules.entrySet().stream()
                        .filter(e -> !e.getValue().contains("*"))
                        .map(e -> () -> mayUse(e.getKey(), e.getValue()).check(PROGRAM)));
    }

    /** What every screen may use, and the packages below its own. */
    private static Set<String> forScreen(String screen, Set<String> forScreens) {
        return Stream.concat(
                        forScreens.stream(),
                        MAY_USE.keySet().stream().filter(p -> p.startsWith(screen + ".")))
                .collect(toSet());
    }

    private static Map<String, Set<String>> rules() {
        Map<String, Set<String>> rules = new TreeMap<>();
        try (InputStream in = ArchitectureTest.class.getResourceAsStream("packages.txt")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" *= *", 2))
                    .forEach(rule -> rules.put(rule[0], words(rule[1])));
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).collect(toSet());
    }

    private static ArchRule mayUse(String name, Set<String> others) {
        DescribedPredicate<JavaClass> allowed =
                resideOutsideOfPackage(ROOT + "..").or(resideInAPackage(ROOT + "." + name));
        for (String other : others) {
            allowed = allowed.or(resideInAPackage(ROOT + "." + other));
        }
        return classes()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .onlyDependOnClassesThat(
                        allowed.as("are outside the program or in " + new TreeSet<>(others)));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void screensNeverImportEachOther() {
        Set<String> screens = screens();
        assertThat(screens).as("screens").hasSizeGreaterThan(1);
        slices().assignedFrom(
                        new SliceAssignment() {
                            @Override
                            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                                String name = name(javaClass.getPackageName());
                                return screens.contains(name)
                                        ? SliceIdentifier.of(name)
                                        : SliceIdentifier.ignore();
                            }

                            @Override
                            public String getDescription() {
                                return "screens";
                            }
                        })
                .should()
                .notDependOnEachOther()
                .check(PROGRAM);
    }

    @Test
    void onlyTheWindowUsesJavaFx() {
        onlyIn(List.of("javafx..", "jfx..", "atlantafx..", "org.kordamp.."), "ui..", "app..");
    }

    @Test
    void onlyTheClientUsesOkHttp() {
        // The probe asks the edge as the client asks the API: proxies, authorities, timeouts.
        onlyIn(
                List.of("okhttp3..", "okio.."),
                "teo",
                "teo.net",
                "teo.reply",
                "probe.http",
                "app.wiring");
    }

    @Test
    void onlyTheJournalAndTheTeamUseSql() {
        onlyIn(List.of("java.sql.."), "journal..", "team..");
        onlyIn(List.of("org.sqlite.."), "journal..");
        onlyIn(List.of("org.postgresql.."), "team.db");
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        onlyIn(List.of("picocli.."), "cli..");
    }

    @Test
    void onlySecretsUsesKeychains() {
        onlyIn(List.of("com.github.javakeyring.."), "secrets");
    }

    @Test
    void onlyAppSetsUpJdkLogging() {
        onlyIn(List.of("java.util.logging"), "app..");
    }

    @Test
    void standardStreamsBelongToAppAndCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(PROGRAM);
    }

    @Test
    void modelAndTargetsHaveNoFramework() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".model")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".model",
                        "java.lang..",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "java.text",
                        "java.time",
                        "org.jspecify.annotations")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".targets", ROOT + ".targets.rules")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.nio.file..", "java.util.concurrent..")
                                .or(
                                        resideOutsideOfPackage("java..")
                                                .and(resideOutsideOfPackage(ROOT + ".model"))
                                                .and(resideOutsideOfPackage(ROOT + ".targets"))
                                                .and(
                                                        resideOutsideOfPackage(
                                                                ROOT + ".targets.rules"))
                                                .and(resideOutsideOfPackage("org.jspecify..")))
                                .as("read, wait, or use more than pure Java"))
                .check(PROGRAM);
    }

    @Test
    void everythingDoneToEdgeOneGoesThroughTheEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".cli..", ROOT + ".ui..")
                .should()
                .dependOnClassesThat(equivalentTo(TeoClient.class))
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".cli..", ROOT + ".ui..", ROOT + ".accounts..", ROOT + ".secrets")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + ".journal..")
                                .and(not(resideInAPackage(ROOT + ".journal.chain")))
                                .and(describe("are not its errors", c -> !isJournalError(c))))
                .check(PROGRAM);
    }

    private static boolean isJournalError(JavaClass type) {
        return type.getName().startsWith(JournalException.class.getName());
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(PROGRAM);
        fields().that()
                .areStatic()
                .and(describe("are written by a person", ArchitectureTest::isWritten))
                .should(new UnchangingCondition())
                .check(PROGRAM);
    }

    /** Without what the compiler adds, such as the values of an enum. */
    private static boolean isWritten(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        assertThat(packages()).isNotEmpty();
        assertThat(packages())
                .allSatisfy(
                        name -> {
                            JavaPackage found = PROGRAM.getPackage(ROOT + "." + name);
                            assertThat(found.isAnnotatedWith(NullMarked.class)).isTrue();
                        });
    }

    @Test
    void noNameSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Common|Impl|Base)")
                .check(PROGRAM);
    }

    /** Tests ArchUnit's default, on which the rules above depend. */
    @Test
    void aRuleThatMatchesNothingFails() {
        ArchRule ofClasses = mayUse("nothing", Set.of());
        ArchRule ofSlices = slices().matching(ROOT + ".nothing.(**)").should().beFreeOfCycles();
        assertThatThrownBy(() -> ofClasses.check(PROGRAM)).hasMessageContaining("to check any");
        assertThatThrownBy(() -> ofSlices.check(PROGRAM)).hasMessageContaining("to check any");
    }

    /** Only classes in {@code packages} use {@code libraries}, and they use each of them. */
    private static void onlyIn(List<String> libraries, String... packages) {
        String[] homes = Arrays.stream(packages).map(p -> ROOT + "." + p).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))
                .check(PROGRAM);
        JavaClasses users = PROGRAM.that(resideInAnyPackage(homes));
        assertThat(libraries)
                .as("libraries that %s use", List.of(packages))
                .isNotEmpty()
                .allMatch(library -> users.stream().anyMatch(c -> uses(c, library)));
    }

    private static boolean uses(JavaClass type, String library) {
        DescribedPredicate<JavaClass> ofLibrary = resideInAPackage(library);
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> ofLibrary.test(d.getTargetClass()));
    }

    private static Set<String> screens() {
        return packages().stream()
                .filter(p -> p.startsWith("ui."))
                .filter(p -> !MAY_USE.containsKey(p))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages of the program that contain a class, without the root's name. */
    private static Set<String> packages() {
        return PROGRAM.stream()
                .map(c -> name(c.getPackageName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String packageName) {
        return packageName.startsWith(ROOT + ".")
                ? packageName.substring(ROOT.length() + 1)
                : packageName;
    }
}
