package edgeone.purge.cli;

import edgeone.purge.messages.Messages;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Usage help and command-line errors in the user's language. */
final class UsageText {
    private final Messages messages;

    UsageText(Messages messages) {
        this.messages = messages;
    }

    /**
     * Sets the headings of every help page. Descriptions of commands and options name their own
     * keys.
     */
    void on(CommandLine line) {
        line.setResourceBundle(new ByKey(messages));
        head(line, false);
    }

    /**
     * The messages, without their keys. picocli collects the keys anew for each command, to look
     * for names of its own among them, which no message has.
     */
    private static final class ByKey extends ResourceBundle {
        private final Messages messages;

        ByKey(Messages messages) {
            this.messages = messages;
        }

        @Override
        protected Object handleGetObject(String key) {
            return messages.getString(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }
    }

    private void head(CommandLine line, boolean below) {
        CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        if (below) {
            usage.synopsisHeading(messages.text("help.usage"));
        }
        usage.commandListHeading(messages.text("help.commands") + "%n");
        usage.synopsisSubcommandLabel("[" + messages.text("help.command") + "]");
        line.getSubcommands().values().forEach(sub -> head(sub, true));
    }

    /** What is wrong, with what was typed made visible. */
    String of(ParameterException e) {
        return switch (e) {
            case MissingParameterException missing ->
                    messages.text("usage.missing", names(missing.getMissing()));
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case OverwrittenOptionException twice ->
                    messages.text("usage.twice", name(twice.getOverwritten()));
            case ParameterException wrong
                    when wrong.getArgSpec() != null && wrong.getValue() != null ->
                    messages.text("usage.value", name(wrong.getArgSpec()), wrong.getValue());
            default -> messages.text("usage.other", String.valueOf(e.getMessage()));
        };
    }

    private String unmatched(UnmatchedArgumentException e) {
        String said = messages.text("usage.unknown", String.join(" ", e.getUnmatched()));
        List<String> near = e.getSuggestions();
        return near.isEmpty()
                ? said
                : said + "\n" + messages.text("usage.suggest", String.join(", ", near));
    }

    private static String names(List<ArgSpec> specs) {
        return specs.stream().map(UsageText::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : " " + label(option))
                : label(spec);
    }

    private static String label(ArgSpec spec) {
        return spec.paramLabel();
    }
}
