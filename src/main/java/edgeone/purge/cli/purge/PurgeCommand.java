package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.origin.Gate;
import edgeone.purge.cli.purge.origin.OriginOptions;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.targets.HostedLine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "purge", description = "${bundle:help.purge}")
public final class PurgeCommand extends EdgeOneCommand {
    @Mixin private FormOptions form = new FormOptions();

    @Mixin private RecipeOptions recipe = new RecipeOptions();

    @Mixin private SendOptions send = new SendOptions();

    @Mixin private OriginOptions origin = new OriginOptions();

    public PurgeCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        recipe.check();
        if (recipe.isGiven()) {
            form.checkBeside();
        } else {
            form.check(recipe);
            checkSorting(form.type());
            check(form.type());
        }
        send.check(form.sortsByZone(), origin.isGiven());
        origin.check();
    }

    private void check(PurgeType type) {
        send.check(type);
        origin.check(type);
    }

    private void checkSorting(PurgeType type) {
        if (form.sortsByZone() && !HostedLine.hasHost(type)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.split.no-hosts", type.wireName());
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        if (recipe.isGiven()) {
            RecipeOptions.Chosen chosen = recipe.read(workplace);
            Recipe kept = chosen.recipe();
            form.intake().check(kept.type());
            checkSorting(kept.type());
            check(kept.type());
            Wanted wanted = chosen.wanted(form);
            return form.zone() == null
                    ? purge(workplace, wanted, RecipeOptions.zone(kept, workplace, output), output)
                    : purge(workplace, wanted, output);
        }
        return purge(workplace, form.read(context().in(), output), output);
    }

    private int purge(Workplace workplace, Wanted wanted, Output output) throws Exception {
        if (form.sortsByZone()) {
            boolean twins = form.intake().asksForTwins();
            return new SplitPurge(workplace, send, gate(workplace, output), twins, output)
                    .run(wanted);
        }
        String zone = String.valueOf(form.zone());
        return purge(
                workplace,
                wanted,
                ZoneChoice.choose(workplace.engine(), workplace.connection(), zone, output),
                output);
    }

    private int purge(Workplace workplace, Wanted wanted, Zone zone, Output output)
            throws Exception {
        boolean twins = form.intake().asksForTwins();
        return new SinglePurge(workplace, send, gate(workplace, output), twins, output)
                .run(wanted, zone);
    }

    private Gate gate(Workplace workplace, Output output) throws Exception {
        return origin.gate(workplace, send.edges(), output);
    }
}
