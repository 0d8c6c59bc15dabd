package edgeone.purge.export;

import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.TargetRow;
import edgeone.purge.targets.intake.format.ExportedTable;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/**
 * Writes jobs as CSV (RFC 4180), one line per target; columns are named as in the command line's
 * JSON.
 */
final class CsvExport implements JobWriter {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final Writer out;
    private final boolean shared;
    private @Nullable CSVPrinter printer;
    private List<String> ofJob = List.of();
    private List<String> who = List.of();

    /**
     * @param shared whether to say who submitted each job, and on which machine
     */
    CsvExport(Writer out, boolean shared) {
        this.out = out;
        this.shared = shared;
    }

    @Override
    public void begin() throws IOException {
        printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(shared ? ExportedTable.SHARED_COLUMNS : ExportedTable.COLUMNS);
    }

    @Override
    public void job(JobSummary summary) {
        Job job = summary.job();
        PurgeMethod method = job.methodInEffect();
        ofJob =
                List.of(
                        cell(job.id()),
                        cell(job.createdAt().toString()),
                        cell(job.account()),
                        cell(job.zoneId()),
                        cell(job.zoneName()),
                        cell(job.type().wireName()),
                        cell(method == null ? null : method.wireName()));
        who =
                shared
                        ? List.of(cell(job.provenance().user()), cell(job.provenance().host()))
                        : List.of();
    }

    @Override
    public void target(TargetRow row) throws IOException {
        CSVPrinter to = Objects.requireNonNull(printer);
        for (String cell : ofJob) {
            to.print(cell);
        }
        for (String cell :
                List.of(
                        cell(row.target()),
                        cell(row.state().label()),
                        cell(row.reason()),
                        cell(row.code()),
                        cell(row.taskId()),
                        cell(row.requestId()))) {
            to.print(cell);
        }
        to.printRecord(who);
    }

    @Override
    public void end() throws IOException {
        Objects.requireNonNull(printer).flush();
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : SpreadsheetCell.guard(value);
    }
}
