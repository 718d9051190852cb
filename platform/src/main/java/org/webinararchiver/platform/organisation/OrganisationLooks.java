package org.webinararchiver.platform.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.task.BackOff;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.secret.Vault;

/**
 * Looks at organisations' lists, each taken by one worker at a time. What a page brings, the place where the list goes
 * on, and the worker's lease are written in one transaction: a worker that dies between two pages loses nothing and
 * does nothing twice. Runs in the caller's transaction.
 */
@ApplicationScoped
public class OrganisationLooks {
    private final Organisations organisations;
    private final LookStates states;
    private final Intake intake;
    private final Vault vault;
    private final OrganisationSettings settings;
    private final BackOff pauses;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    public OrganisationLooks(
            Organisations organisations, LookStates states, Intake intake, Vault vault, OrganisationSettings settings) {
        this.organisations = organisations;
        this.states = states;
        this.intake = intake;
        this.vault = vault;
        this.settings = settings;
        this.pauses = new BackOff(settings.pause(), settings.longestPause());
    }

    /** Takes a look that is due, or one whose worker has been silent for too long. */
    public Optional<Look> take(String holder) {
        return states.due().map(state -> {
            var organisation = organisations.findById(state.organisation());
            state.take(holder, settings.lease(), organisation.since(), settings.overlapDays(), states.now());
            return state.lookAt(organisation);
        });
    }

    /** What shows the list. */
    public Secret token(Look look) {
        return organisations
                .findByIdOptional(look.organisation())
                .orElseThrow(() -> new LookLost(look))
                .token(vault);
    }

    /**
     * Takes a page's recordings in, and goes on.
     *
     * @return the look at the next page; empty when the list has ended
     * @throws LookLost when another worker has taken the look over; nothing was changed then
     */
    public Optional<Look> turn(Look look, FoundPage page) {
        var state = held(look);
        state.count(page.links().size() + page.withoutLink(), takeIn(look, page), page.withoutLink());
        if (page.next().isPresent()) {
            state.goOn(page.next().getAsInt(), settings.lease(), states.now());
            return Optional.of(look.at(page.next().getAsInt()));
        }
        var organisation = organisations.findById(look.organisation());
        state.ended(organisation.since(), organisation.every(), states.now());
        return Optional.empty();
    }

    /** In one order for all, since each takes a lock that is held until the page is written. */
    private int takeIn(Look look, FoundPage page) {
        return page.links().stream()
                .sorted(Comparator.comparing(
                        (RecognisedLink each) -> each.link().key()))
                .mapToInt(each -> intake.offer(look.owner(), each) ? 1 : 0)
                .sum();
    }

    /**
     * The look did not come to its end.
     *
     * @return when it is tried again, counted from now
     * @throws LookLost when another worker has taken the look over
     */
    public Duration failed(Look look, Failure why) {
        var state = held(look);
        return switch (why) {
            case Failure.Retryable(var reason, var message, var advice, var pause) -> rest(state, why, pause);
            case Failure.NotNow(var reason, var message, var advice, var pause) -> rest(state, why, pause);
            case Failure.OurOutage outage -> rest(state, why, Duration.ZERO);
            case Failure.OfTask ofTask -> refused(state, look, why);
            case Failure.OfRecording ofRecording -> refused(state, look, why);
        };
    }

    private Duration rest(LookState state, Failure why, Duration asked) {
        var own = pauses.after(state.failedAgain(), chance);
        var pause = asked.compareTo(own) > 0 ? asked : own;
        state.rest(why, pause, states.now());
        return pause;
    }

    private Duration refused(LookState state, Look look, Failure why) {
        var every = organisations.findById(look.organisation()).every();
        state.refused(why, every, states.now());
        return every;
    }

    /** The worker ends; another one may go on at once. */
    public void giveBack(Look look) {
        held(look).free();
    }

    private LookState held(Look look) {
        return states.locked(look.organisation())
                .filter(state -> state.isHeldFor(look))
                .orElseThrow(() -> new LookLost(look));
    }
}
