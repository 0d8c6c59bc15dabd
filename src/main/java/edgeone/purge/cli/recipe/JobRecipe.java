package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetRow;
import edgeone.purge.recipes.Recipe;

import java.util.Comparator;
import java.util.List;

/** A job of the journal as a recipe. */
final class JobRecipe {
    private JobRecipe() {}

    static Recipe of(Workplace workplace, String jobId, String name) {
        Job job =
                workplace
                        .history()
                        .job(jobId)
                        .map(JobSummary::job)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED, "engine.refused.NO_SUCH_JOB"));
        List<String> targets =
                workplace.history().targets(jobId, List.of(), 0, Integer.MAX_VALUE).stream()
                        .sorted(Comparator.comparingInt(TargetRow::position))
                        .map(TargetRow::target)
                        .toList();
        return Recipe.of(job, targets, name);
    }
}
