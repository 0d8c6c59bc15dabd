package edgeone.purge.desktop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A command that shows a notification. Its words are the same for every notification: what is shown
 * comes as arguments behind the script, or in variables of the environment, and is never part of
 * the script.
 *
 * @param words the command
 * @param inEnvironment whether title and text come in the environment, else as last arguments
 */
record Script(List<String> words, boolean inEnvironment) {
    static final String TITLE = "EDGEONE_NOTICE_TITLE";
    static final String TEXT = "EDGEONE_NOTICE_TEXT";

    /** The first argument is ours, and ends the options of {@code osascript}. */
    static final Script APPLE =
            new Script(
                    List.of(
                            "/usr/bin/osascript",
                            "-e",
                            "on run argv",
                            "-e",
                            "display notification (item 3 of argv)"
                                    + " with title (item 1 of argv) subtitle (item 2 of argv)",
                            "-e",
                            "end run",
                            "EdgeOne Purge"),
                    false);

    Script {
        words = List.copyOf(words);
    }

    /**
     * The PowerShell every Windows has, which is known to it as something that shows notifications.
     */
    static Script powerShell(Map<String, String> environment) {
        String root = environment.getOrDefault("SystemRoot", "C:\\Windows");
        String show =
                String.join(
                        ";",
                        "$ErrorActionPreference='Stop'",
                        "[void][Windows.UI.Notifications.ToastNotificationManager,"
                                + "Windows.UI.Notifications,ContentType=WindowsRuntime]",
                        "$m=[Windows.UI.Notifications.ToastNotificationManager]",
                        "$x=$m::GetTemplateContent("
                                + "[Windows.UI.Notifications.ToastTemplateType]::ToastText02)",
                        "$t=$x.GetElementsByTagName('text')",
                        "[void]$t.Item(0).AppendChild($x.CreateTextNode($env:" + TITLE + "))",
                        "[void]$t.Item(1).AppendChild($x.CreateTextNode($env:" + TEXT + "))",
                        "$m::CreateToastNotifier('{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}"
                                + "\\WindowsPowerShell\\v1.0\\powershell.exe').Show("
                                + "[Windows.UI.Notifications.ToastNotification]::new($x))");
        return new Script(
                List.of(
                        root + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
                        "-NoProfile",
                        "-NonInteractive",
                        "-WindowStyle",
                        "Hidden",
                        "-Command",
                        show),
                true);
    }

    /** Takes what is ours out of an environment. */
    static void dropKeys(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(n -> n.startsWith("TENCENTCLOUD_") || n.startsWith("EDGEONE_PURGE_"));
    }

    /** The process that shows a notification, which inherits no key of ours. */
    ProcessBuilder process(String title, String text) {
        List<String> command = new ArrayList<>(words);
        if (!inEnvironment) {
            command.addAll(Arrays.asList(title, text));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        dropKeys(builder.environment());
        if (inEnvironment) {
            builder.environment().put(TITLE, title);
            builder.environment().put(TEXT, text);
        }
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder;
    }
}
