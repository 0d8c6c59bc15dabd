package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.purge.guard.SystemTerminal;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.export.ExportWatch;

/**
 * Tells how far an export is on standard error: in one line on a terminal, otherwise in a line for
 * each tenth of a long one.
 */
final class ExportProgress implements ExportWatch {
    private static final long WORTH_A_LINE = 100_000;

    private final Output output;
    private final RunControl control;
    private final boolean terminal = SystemTerminal.isThere();
    private long told;
    private boolean open;

    ExportProgress(Output output, RunControl control) {
        this.output = output;
        this.control = control;
    }

    @Override
    public void written(long rows, long total) {
        long step = terminal ? Math.max(1, total / 100) : Math.max(WORTH_A_LINE, total / 10);
        if (rows / step > told) {
            told = rows / step;
            tell(output.messages().text("cli.export.progress", rows, total));
        }
    }

    private void tell(String text) {
        if (terminal) {
            // Besides line breaks, the only control character ever written.
            output.err().write('\r');
            output.err().print(text);
            output.err().flush();
            open = true;
        } else {
            output.noteLine(text);
        }
    }

    /** Ends the line on a terminal. */
    void end() {
        if (open) {
            output.err().println();
            open = false;
        }
    }

    @Override
    public boolean isCanceled() {
        return control.isStopped();
    }
}
