package edgeone.purge.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import edgeone.purge.model.PurgeType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class RecipeBookTest {
    private static final Recipe NIGHTLY = Recipes.urls(Recipes.HOST + "/${A}");

    @TempDir private Path home;

    private RecipeBook book() {
        return new RecipeBook(home, Clock.systemUTC());
    }

    private Path file() {
        return home.resolve("recipes.json");
    }

    private static void assertRefused(ThrowingCallable call, RecipeProblem problem) {
        assertThatThrownBy(call)
                .asInstanceOf(type(RecipeException.class))
                .returns(problem, RecipeException::problem);
    }

    @Test
    void whatIsSavedIsThereForTheNextProcessAndNobodyElse() throws Exception {
        assertThat(book().read().recipes()).isEmpty();
        assertThat(file()).as("reading writes nothing").doesNotExist();
        book().save(NIGHTLY, false);
        book().save(Recipes.of("all", PurgeType.ALL), false);
        assertThat(book().read().recipes())
                .extracting(Recipe::name)
                .containsExactly("all", "nightly");
        assertThat(book().find("NIGHTLY")).isEqualTo(NIGHTLY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aNameIsTakenWhateverItsCaseAndReplacedOnlyWhereAsked() throws Exception {
        book().save(NIGHTLY, false);
        Recipe other = NIGHTLY.withName("Nightly");
        assertRefused(() -> book().save(other, false), RecipeProblem.NAME_TAKEN);
        assertThat(book().read().recipes()).containsExactly(NIGHTLY);
        book().save(other, true);
        assertThat(book().read().recipes()).containsExactly(other);
    }

    @Test
    void whatIsRemovedIsGone() throws Exception {
        book().save(NIGHTLY, false);
        assertThat(book().remove("nightly")).isEqualTo(NIGHTLY);
        assertThat(book().read().recipes()).isEmpty();
        assertRefused(() -> book().remove("nightly"), RecipeProblem.NO_SUCH_RECIPE);
        assertRefused(() -> book().find("nightly"), RecipeProblem.NO_SUCH_RECIPE);
    }

    @Test
    void aRecipeThatCannotBeIsNotKept() {
        assertRefused(
                () -> book().save(NIGHTLY.withName("a/b"), false), RecipeProblem.NAME_NO_FILE);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aDamagedBookIsSetAsideAndWhatCanBeReadIsKept() throws Exception {
        book().save(NIGHTLY, false);
        book().save(Recipes.of("other", PurgeType.URL, Recipes.HOST), false);
        String damaged = Files.readString(file()).replace("\"other\"", "7");
        Files.writeString(file(), damaged);
        RecipeBook.Contents contents = book().read();
        assertThat(contents.recipes()).containsExactly(NIGHTLY);
        assertThat(contents.setAside()).hasContent(damaged);
        assertThat(book().read().setAside()).isNull();

        Files.writeString(file(), "{\"format\":1,\"recipes\":[");
        book().save(NIGHTLY, false);
        assertThat(book().read().recipes()).containsExactly(NIGHTLY);
        assertThat(Files.list(home).filter(f -> f.toString().contains("damaged"))).hasSize(2);
    }

    @Test
    void aBookOfANewerProgramIsLeftAsItIs() throws Exception {
        for (String newer :
                List.of(
                        "{\"format\":2,\"recipes\":[]}",
                        "{\"format\":1,\"recipes\":[{\"kind\":\"edgeone-purge"
                                + " recipe\",\"format\":2}]}")) {
            Files.writeString(file(), newer);
            assertRefused(() -> book().read(), RecipeProblem.BOOK_NEWER);
            assertRefused(() -> book().save(NIGHTLY, true), RecipeProblem.BOOK_NEWER);
            assertThat(file()).hasContent(newer);
        }
    }

    @Test
    void aBookThatWouldGetTooLargeIsLeftAsItIs() throws Exception {
        Recipe large =
                Recipes.of("0", PurgeType.CACHE_TAG, "\u0001".repeat(RecipeRules.LONGEST_TEXT));
        book().save(large, false);
        assertRefused(() -> book().save(large.withName("1"), false), RecipeProblem.BOOK_FULL);
        assertThat(book().read().recipes()).containsExactly(large);
    }

    @Test
    void severalProcessesAtOnceLoseNothing() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> saves = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Recipe recipe = NIGHTLY.withName("r" + i);
                saves.add(
                        () -> {
                            book().save(recipe, false);
                            return null;
                        });
            }
            for (Future<Void> saved : threads.invokeAll(saves)) {
                saved.get();
            }
        }
        assertThat(book().read().recipes()).hasSize(40);
    }
}
