package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import java.util.List;

/** The stops of the tour at what helps with a form: the key doctor, folding, recipes. */
final class FormStops {
    private static final String PAGE = "https://www.example.com/";
    private static final String NAME = "Release";

    private final MainWindow window;
    private final Guide guide;

    FormStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    void look() throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(Theme.LIGHT);
                    window.changeLanguage(Language.ENGLISH);
                    guide.button("#rail-purge").fire();
                });
        Guide.await("the editor", () -> Guide.find("#target-lines").isPresent());
        doctor();
        fold();
        recipe();
        prefetch();
    }

    private void paste(String... lines) throws Exception {
        guide.paste(List.of(lines));
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
    }

    private void doctor() throws Exception {
        paste(
                PAGE + "shop/",
                "HTTPS://WWW.Example.com:443/img/夏 季.jpg?v=2",
                PAGE + "shop/1001/photo.webp",
                PAGE + "shop/1002/photo.webp",
                PAGE + "about");
        Guide.onFx(
                () -> {
                    CodeArea editor = (CodeArea) guide.node("#target-lines");
                    editor.select(TextPos.ofLeading(1, 0));
                    guide.button("#doctor-toggle").fire();
                });
        Guide.await("the explanation", () -> Guide.find("#doctor-sent").isPresent());
        guide.picture("doctor");
    }

    private void fold() throws Exception {
        Guide.onFx(() -> guide.button("#doctor-fold").fire());
        Guide.await("the directories", () -> Guide.find("#fold-0").isPresent());
        Guide.onFx(() -> ((CheckBox) guide.node("#fold-0")).setSelected(true));
        guide.picture("fold");
        Guide.onFx(
                () -> {
                    guide.node("#fold-0").getScene().getWindow().hide();
                    guide.button("#doctor-toggle").fire();
                });
        Guide.await("the form", () -> Guide.find("#fold-0").isEmpty());
    }

    private void recipe() throws Exception {
        paste(PAGE + "${VERSION}/app.js", PAGE + "${VERSION}/app.css");
        Guide.onFx(() -> guide.button("#recipe-save").fire());
        Guide.await("the name", () -> Guide.find("#recipe-name").isPresent());
        Guide.onFx(
                () -> {
                    guide.field("#recipe-name").setText(NAME);
                    ((CheckBox) guide.node("#recipe-replace")).setSelected(true);
                    ((ButtonBase) guide.node("#recipe-save-go")).fire();
                });
        Guide.await("the recipe", () -> Guide.find("#recipe-name").isEmpty());
        Guide.onFx(
                () -> {
                    ListView<?> list = (ListView<?>) guide.node("#recipes");
                    list.getSelectionModel().select(index(list));
                    guide.button("#recipe-use").fire();
                });
        Guide.await("the variables", () -> Guide.find("#recipe-var-VERSION").isPresent());
        Guide.onFx(() -> guide.field("#recipe-var-VERSION").setText("2026.11"));
        guide.picture("recipe");
        Guide.onFx(() -> guide.node("#recipe-var-VERSION").getScene().getWindow().hide());
        Guide.await("the form", () -> Guide.find("#recipe-var-VERSION").isEmpty());
        Guide.onFx(() -> ((CodeArea) guide.node("#target-lines")).clear());
    }

    private void prefetch() throws Exception {
        Guide.onFx(() -> guide.button("#type-prefetch_url").fire());
        Guide.await("the choice", () -> Guide.isShown("#prefetch-edge"));
        Guide.onFx(
                () -> {
                    guide.button("#prefetch-edge").fire();
                    ((CheckBox) guide.node("#prefetch-segments")).setSelected(true);
                    ((TextArea) guide.node("#prefetch-headers")).setText("Accept: image/avif");
                });
        paste(PAGE + "live/intro.m3u8", PAGE + "img/hero.avif");
        Guide.await("the plan", () -> guide.button("#go").getText().startsWith("Prefetch"));
        guide.picture("prefetch");
        Guide.onFx(
                () -> {
                    window.changeTheme(Theme.DARK);
                    window.changeLanguage(Language.CHINESE);
                });
        Guide.await("the plan", () -> Guide.isShown("#prefetch-edge"));
        guide.picture("prefetch-chinese");
        Guide.onFx(
                () -> {
                    window.changeTheme(Theme.LIGHT);
                    window.changeLanguage(Language.ENGLISH);
                });
        Guide.await("the form", () -> Guide.isShown("#prefetch-edge"));
        Guide.onFx(
                () -> {
                    guide.button("#type-purge_url").fire();
                    ((CodeArea) guide.node("#target-lines")).clear();
                });
    }

    private static int index(ListView<?> recipes) {
        for (int i = 0; i < recipes.getItems().size(); i++) {
            if (recipes.getItems().get(i) instanceof Recipe recipe && recipe.name().equals(NAME)) {
                return i;
            }
        }
        throw new IllegalStateException("no recipe " + NAME);
    }
}
