package edgeone.purge.cli;

import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.messages.Messages;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The man page of the program and all its commands, in roff, made from the commands' help. */
final class ManPage {
    /** Marks places where a line may break without a space. */
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=\\p{IsHan})(?=\\p{IsHan})");

    private static final int HIGHEST_EXIT = ExitCodes.NOT_FINAL;

    private static final Map<String, List<String>> VARIABLES =
            Map.of(
                    "account",
                    List.of(
                            "TENCENTCLOUD_SECRET_ID",
                            "TENCENTCLOUD_SECRET_KEY",
                            "TENCENTCLOUD_TOKEN"),
                    "home",
                    List.of("EDGEONE_PURGE_HOME"),
                    "proxy-password",
                    List.of("EDGEONE_PURGE_PROXY_PASSWORD"),
                    "team-password",
                    List.of("EDGEONE_PURGE_TEAM_PASSWORD"),
                    "debug",
                    List.of("EDGEONE_PURGE_DEBUG"));

    private final Messages messages;
    private final StringBuilder page = new StringBuilder();

    private ManPage(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param program the root command
     * @param messages in the language of the help
     */
    static String of(CommandSpec program, String version, Messages messages) {
        ManPage page = new ManPage(messages);
        page.write(program, version);
        return page.page.toString();
    }

    private void write(CommandSpec program, String version) {
        String name = program.name();
        line("'\\\" -*- coding: utf-8 -*-");
        line(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"" + name + " " + version + "\"");
        // Chinese has no spaces to stretch when justifying a line.
        line(".ad l");
        section("name");
        line(escaped(name) + " \\- " + text(program.usageMessage().description()));
        section("synopsis");
        line(".B " + escaped(name));
        line("[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR]");
        section("options");
        program.options().forEach(this::option);
        section("commands");
        program.subcommands().values().forEach(this::command);
        section("exit-status");
        for (int code = 0; code <= HIGHEST_EXIT; code++) {
            entry(bold(String.valueOf(code)), prose(messages.text("cli.manual.exit." + code)));
        }
        section("environment");
        for (String topic :
                List.of("account", "home", "proxy-password", "team-password", "debug")) {
            entry(
                    bold(String.join(", ", VARIABLES.getOrDefault(topic, List.of()))),
                    prose(messages.text("cli.manual.environment." + topic)));
        }
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        if (!command.getSubcommands().isEmpty()) {
            command.getSubcommands().values().forEach(this::command);
            return;
        }
        line(".SS \"" + escaped(spec.qualifiedName().replaceFirst("\\S+ ", "")) + "\"");
        line(".B " + escaped(spec.qualifiedName()));
        StringBuilder synopsis = new StringBuilder();
        for (OptionSpec option : spec.options()) {
            if (option.required() && !option.hidden()) {
                synopsis.append(label(option, option.longestName())).append(' ');
            }
        }
        synopsis.append("[\\fIOPTIONS\\fR]");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            synopsis.append(' ').append(label(parameter));
        }
        line(synopsis.toString());
        line(".PP");
        line(text(spec.usageMessage().description()));
        spec.positionalParameters().forEach(p -> entry(label(p), text(p.description())));
        spec.options().stream().filter(o -> !o.inherited()).forEach(this::option);
    }

    private void option(OptionSpec option) {
        if (!option.hidden()) {
            entry(label(option, option.names()), text(option.description()));
        }
    }

    private static String label(OptionSpec option, String... names) {
        String all = Arrays.stream(names).map(ManPage::bold).collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? all : all + "=" + italic(option);
    }

    private static String label(PositionalParamSpec parameter) {
        String label = italic(parameter) + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.required() ? label : "[" + label + "]";
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(ArgSpec argument) {
        return "\\fI" + escaped(argument.paramLabel()) + "\\fR";
    }

    private void section(String key) {
        line(".SH \"" + escaped(messages.text("cli.manual." + key)) + "\"");
    }

    private void entry(String term, String text) {
        line(".TP");
        line(term);
        line(text);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String text(String... lines) {
        String joined = Ansi.OFF.string(String.join(" ", lines));
        return prose(joined.replace("%n", " ").replace("%%", "%"));
    }

    private static String prose(String text) {
        return BETWEEN_IDEOGRAPHS.matcher(escaped(text)).replaceAll("\\\\:");
    }

    /** Escapes what roff would read as a request or an escape. */
    private static String escaped(String text) {
        String escaped =
                text.replaceAll("\\s+", " ")
                        .strip()
                        .replace("\\", "\\e")
                        .replace("-", "\\-")
                        .replace("\"", "\\(dq");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
