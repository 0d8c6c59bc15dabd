package edgeone.purge.api;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.teo.error.ErrorText;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** The description in itself. */
final class ApiDescriptionTest {
    private static final ApiDescription TEO = ApiDescription.teo();

    @Test
    void everyErrorOfItIsExplainedInBothLanguages() {
        assertThat(TEO.everyError()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            assertThat(TEO.everyError()).allMatch(code -> ErrorText.knows(messages, code));
        }
    }

    @Test
    void everythingIsExplainedInBothLanguages() {
        Stream<Doc> docs =
                Stream.concat(
                        TEO.actions().stream().map(ApiAction::doc),
                        everyField().map(ApiField::doc));
        assertThat(docs.toList())
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        doc -> {
                            assertThat(doc.english()).matches("[A-Za-z*].*\\.").isASCII();
                            assertThat(doc.chinese()).matches(".*\\p{IsHan}.*").endsWith("。");
                        });
    }

    @Test
    void everyDefaultIsAllowed() {
        List<ApiField> withDefault = everyField().filter(f -> f.fallback() != null).toList();
        assertThat(withDefault).hasSizeGreaterThan(5);
        assertThat(withDefault)
                .allSatisfy(
                        f -> {
                            assertThat(f.required()).isFalse();
                            if (f.type() == FieldType.INTEGER) {
                                assertThat(f.bounds().hold(Long.parseLong(f.fallback()))).isTrue();
                            } else {
                                assertThat(f.values()).contains(f.fallback());
                            }
                        });
    }

    @Test
    void namesAreUnique() {
        assertThat(TEO.names()).doesNotHaveDuplicates();
        for (ApiAction action : TEO.actions()) {
            assertThat(action.parameters()).extracting(ApiField::name).doesNotHaveDuplicates();
            assertThat(action.reply()).extracting(ApiField::name).doesNotHaveDuplicates();
            assertThat(action.errors()).as(action.name()).isSorted().doesNotHaveDuplicates();
        }
        assertThat(TEO.errors()).isSorted();
    }

    private static Stream<ApiField> everyField() {
        return TEO.actions().stream()
                .flatMap(a -> Stream.concat(a.parameters().stream(), a.reply().stream()))
                .flatMap(ApiDescriptionTest::withMembers);
    }

    private static Stream<ApiField> withMembers(ApiField field) {
        return Stream.concat(
                Stream.of(field),
                field.members().stream().flatMap(ApiDescriptionTest::withMembers));
    }
}
