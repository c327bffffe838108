package org.acme.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkus.arc.Unremovable;

/**
 * Ends, stops, delays or fails the process where {@code flamingock.failpoint} says so: rules such as
 * {@code P7@tx-mi:halt;P2:delay=500;P4@*#3:throw} – the phase as the fault matrix calls it, the change, at which time, the
 * action.
 */
@Singleton
@Unremovable
public class FailureScript implements Failpoints {

    private final List<Rule> rules = new ArrayList<>();

    FailureScript(@ConfigProperty(name = "flamingock.failpoint", defaultValue = "none") String script) {
        if (!script.equals("none")) {
            for (String rule : script.split(";")) {
                rules.add(Rule.parse(rule));
            }
        }
    }

    @Override
    public void reached(Phase phase, String changeId) {
        reached(name(phase), changeId);
    }

    void inTheChange(String phase, String changeId) {
        reached(phase, changeId);
    }

    private synchronized void reached(String phase, String changeId) {
        for (Rule rule : rules) {
            if (rule.fires(phase, changeId)) {
                System.out.println("FAILPOINT " + phase + "@" + changeId + ":" + rule.action);
                System.out.flush();
                act(rule.action);
            }
        }
    }

    private static void act(String action) {
        try {
            if (action.startsWith("delay=")) {
                TimeUnit.MILLISECONDS.sleep(Long.parseLong(action.substring("delay=".length())));
                return;
            }
            switch (action) {
                case "halt" -> Runtime.getRuntime().halt(137);
                case "stop" -> stop();
                case "throw" -> throw new IllegalStateException("planted at a failpoint");
                default -> throw new IllegalArgumentException("no such action: " + action);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on when somebody sends SIGCONT. */
    private static void stop() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(ProcessHandle.current().pid())).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case BEFORE_PLAN -> "P0";
            case PLAN_READ -> "P1";
            case LOCK_HELD -> "P2";
            case STARTED_RECORDED -> "P3";
            case WORK_DONE -> "P5";
            case TARGET_COMMITTED -> "P7";
            case EXECUTED_RECORDED -> "P8";
            case LOCK_RELEASED -> "P9";
            case CHANGE_FAILED -> "R1";
            case FAILURE_RECORDED -> "R2";
            case ROLLBACK_DONE -> "R4";
            case ROLLBACK_THREW -> "R5";
        };
    }

    private static final class Rule {

        private final String phase;
        private final String changeId;
        private final String action;
        private int left;

        private Rule(String phase, String changeId, int time, String action) {
            this.phase = phase;
            this.changeId = changeId;
            this.left = time;
            this.action = action;
        }

        static Rule parse(String text) {
            int colon = text.indexOf(':');
            String where = text.substring(0, colon);
            int hash = where.indexOf('#');
            int time = hash < 0 ? 1 : Integer.parseInt(where.substring(hash + 1));
            String place = hash < 0 ? where : where.substring(0, hash);
            int at = place.indexOf('@');
            return new Rule(at < 0 ? place : place.substring(0, at), at < 0 ? "*" : place.substring(at + 1), time,
                    text.substring(colon + 1));
        }

        /** Fires once, at the given time. */
        boolean fires(String reached, String change) {
            return phase.equals(reached) && (changeId.equals("*") || changeId.equals(change)) && --left == 0;
        }
    }
}
