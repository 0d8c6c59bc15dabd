package edgeone.purge.ui.history.job;

import edgeone.purge.model.Job;
import edgeone.purge.model.TargetRow;
import edgeone.purge.recipes.Recipe;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What is made of a job elsewhere.
 *
 * @param keep asks for a name and keeps a job as a recipe
 * @param line writes some targets of a job as a command line; empty where there is none
 * @param noLine told where there is none
 * @param search lists the jobs that hold a text
 */
public record JobUses(
        Consumer<Recipe> keep,
        BiFunction<Job, List<TargetRow>, String> line,
        Runnable noLine,
        Consumer<String> search) {}
