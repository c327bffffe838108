package io.quarkiverse.flamingock.runtime.engine.prove;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.flamingock.error.ForeignHistoryException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Evidence;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.pipeline.Checksums;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Notices, before the first change of an application is applied, that its history is there under another name: a service, a
 * prefix or a schema that was configured later would have everything applied again.
 *
 * @param env the engine's surroundings
 */
public record ForeignHistory(Environment env) {

    /**
     * @param snapshot what the audit store knows
     * @param steps what would be done
     * @param targets the target systems that are locked
     * @throws ForeignHistoryException when markers of the same changes are there
     */
    public void refuse(Snapshot snapshot, List<Step> steps, Set<String> targets) {
        if (env.settings().policies().newHistory()) {
            return;
        }
        if (snapshot.head().sequence() != 0) {
            refuseMoved(steps, targets);
            return;
        }
        for (String target : targets) {
            List<ForeignMarker> foreign = env.targets().get(target).foreignMarkers(env.settings().service());
            Map<String, Set<String>> found = new TreeMap<>();
            Map<String, ForeignMarker> ways = new TreeMap<>();
            Set<String> incomparable = new TreeSet<>();
            for (Step step : steps) {
                for (ForeignMarker marker : foreign) {
                    if (step.target().equals(target) && step.decision().runs() && isOf(step, marker.marker())) {
                        String way = marker.place() + " of service '" + marker.service() + "'";
                        found.computeIfAbsent(way, key -> new TreeSet<>()).add(step.change().id());
                        ways.put(way, marker);
                        if (!Checksums.comparable(marker.marker().checksum(), step.change().checksum())) {
                            incomparable.add(way);
                        }
                    }
                }
            }
            if (!found.isEmpty()) {
                String way = found.keySet().iterator().next();
                throw new ForeignHistoryException(
                        message(target, way, found.get(way), ways.get(way), !incomparable.contains(way)));
            }
        }
    }

    /**
     * Where a missing marker is taken for a proof, it must not be missing because its tables are looked for elsewhere than they
     * were when the change was executed.
     */
    private void refuseMoved(List<Step> steps, Set<String> targets) {
        for (Step step : steps) {
            boolean believed = step.evidence().proof() == Proof.NOT_APPLIED && !Evidence.PROBE.equals(step.evidence().by());
            if (!believed || !targets.contains(step.target())) {
                continue;
            }
            for (ForeignMarker marker : env.targets().get(step.target()).foreignMarkers(env.settings().service())) {
                if (marker.service().equals(env.settings().service())
                        && marker.marker().changeId().equals(step.change().id())
                        && marker.marker().token() >= step.last().token()) {
                    throw new ForeignHistoryException(moved(step, marker));
                }
            }
        }
    }

    private static String moved(Step step, ForeignMarker marker) {
        return "The last execution of change '" + step.change().id() + "' is open, and target system '" + step.target()
                + "' has no marker of it where the tables of the extension are now, but one in " + marker.place()
                + ": the change would be applied a second time; nothing was applied. Put the settings back that it was executed"
                + " with: " + settings(marker) + ".";
    }

    private static String settings(ForeignMarker marker) {
        return "quarkus.flamingock.table-prefix=" + marker.prefix()
                + (marker.schema() == null ? "" : " and quarkus.flamingock.schema=" + marker.schema());
    }

    private static boolean isOf(Step step, Marker marker) {
        return marker.changeId().equals(step.change().id())
                && !Checksums.differ(marker.checksum(), step.change().checksum());
    }

    private String message(String target, String way, Set<String> changes, ForeignMarker marker, boolean compared) {
        return "The audit store (" + env.store().describe() + ") knows nothing of service '" + env.settings().service()
                + "', but target system '" + target + "' holds markers of these changes, "
                + (compared ? "with the same checksums, in " : "with checksums that can't be compared with today's, in ") + way
                + ": "
                + String.join(", ", changes)
                + ". They would be applied a second time; nothing was applied. If that is the history"
                + " of this application, set quarkus.flamingock.service=" + marker.service()
                + " and " + settings(marker)
                + (marker.schema() == null ? ", and let the connection find its tables there. If" : ". If")
                + " it is another application's, and this one shall apply the same changes once more, set"
                + " quarkus.flamingock.new-history=true for one start.";
    }
}
