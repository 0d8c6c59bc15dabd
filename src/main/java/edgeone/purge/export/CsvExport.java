package edgeone.purge.export;

import edgeone.purge.export.Exporter.ExportedJob;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.TargetRow;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes jobs as CSV (RFC 4180), one line per target; columns are named as in the command line's
 * JSON.
 */
final class CsvExport {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setQuoteMode(QuoteMode.ALL)
                    .setHeader(
                            "job",
                            "createdAt",
                            "account",
                            "zone",
                            "zoneName",
                            "type",
                            "method",
                            "target",
                            "state",
                            "reason",
                            "code",
                            "taskId",
                            "requestId")
                    .get();

    private CsvExport() {}

    static void write(List<ExportedJob> jobs, Writer writer) throws IOException {
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        for (ExportedJob exported : jobs) {
            Job job = exported.summary().job();
            PurgeMethod method = job.methodInEffect();
            for (TargetRow row : exported.targets()) {
                printer.printRecord(
                        cell(job.id()),
                        cell(job.createdAt().toString()),
                        cell(job.account()),
                        cell(job.zoneId()),
                        cell(job.zoneName()),
                        cell(job.type().wireName()),
                        cell(method == null ? null : method.wireName()),
                        cell(row.target()),
                        cell(row.state().label()),
                        cell(row.reason()),
                        cell(row.code()),
                        cell(row.taskId()),
                        cell(row.requestId()));
            }
        }
        printer.flush();
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : SpreadsheetCell.guard(value);
    }
}
