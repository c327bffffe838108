package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the validator found.
 *
 * @param errors what fails the build
 * @param warnings what does not
 */
public record Findings(List<Problem> errors, List<Problem> warnings) {

    public Findings {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param others what else was found
     * @return all of it
     */
    public Findings and(Findings others) {
        return new Findings(Stream.concat(errors.stream(), others.errors.stream()).toList(),
                Stream.concat(warnings.stream(), others.warnings.stream()).toList());
    }

    /**
     * @param kind what the problems are called, in the singular
     * @param problems some problems, at least one
     * @return all of them under one headline, numbered
     */
    public static String report(String kind, List<Problem> problems) {
        StringBuilder report = new StringBuilder("The changes of this application have ").append(problems.size()).append(' ')
                .append(kind).append(problems.size() == 1 ? ":" : "s:");
        int number = 1;
        for (Problem problem : problems) {
            report.append("\n  ").append(number++).append(". ").append(problem);
        }
        return report.toString();
    }
}
