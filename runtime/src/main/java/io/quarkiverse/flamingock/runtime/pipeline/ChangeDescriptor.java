package io.quarkiverse.flamingock.runtime.pipeline;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * One change as the build saw it.
 *
 * @param id its id
 * @param order its position
 * @param author who answers for it
 * @param description what it does; may be empty
 * @param source the class or file that it comes from
 * @param targetSystem the id of its target system
 * @param also the ids of the other target systems that it changes, in the order in which it names them
 * @param phase when it is applied
 * @param transactional whether it is declared transactional
 * @param recovery its strategy
 * @param checksum the checksum of its code
 * @param rollback whether it has a method that takes it back
 * @param probe whether it has a method that finds out whether it was applied
 * @param codes where its code is; null where it is no longer in the application
 * @param index which code there
 */
public record ChangeDescriptor(String id, String order, String author, String description, String source, String targetSystem,
        List<String> also, Phase phase, boolean transactional, RecoveryStrategy recovery, String checksum, boolean rollback,
        boolean probe, ChangeCodes codes, int index) {

    public ChangeDescriptor {
        also = List.copyOf(also);
    }

    /**
     * A change of one target system, of phase SCHEMA.
     *
     * @param id its id
     * @param order its position
     * @param author who answers for it
     * @param description what it does; may be empty
     * @param source the class or file that it comes from
     * @param targetSystem the id of its target system
     * @param transactional whether it is declared transactional
     * @param recovery its strategy
     * @param checksum the checksum of its code
     * @param rollback whether it has a method that takes it back
     * @param probe whether it has a method that finds out whether it was applied
     * @param codes where its code is
     * @param index which code there
     */
    public ChangeDescriptor(String id, String order, String author, String description, String source, String targetSystem,
            boolean transactional, RecoveryStrategy recovery, String checksum, boolean rollback, boolean probe,
            ChangeCodes codes, int index) {
        this(id, order, author, description, source, targetSystem, List.of(), Phase.SCHEMA, transactional, recovery, checksum,
                rollback, probe, codes, index);
    }

    /**
     * @return whether it changes several target systems
     */
    public boolean spans() {
        return !also.isEmpty();
    }

    /**
     * @return the ids of all target systems that it changes, that of the transaction first
     */
    public List<String> targets() {
        if (also.isEmpty()) {
            return List.of(targetSystem);
        }
        List<String> all = new ArrayList<>(also);
        all.add(0, targetSystem);
        return List.copyOf(all);
    }

    /**
     * @return its target systems as they stand in sentences, as {@code target systems 'orders' and 'cache'}
     */
    public String places() {
        String first = "'" + targetSystem + "'";
        if (also.isEmpty()) {
            return "target system " + first;
        }
        int last = also.size() - 1;
        StringBuilder places = new StringBuilder("target systems ").append(first);
        also.subList(0, last).forEach(id -> places.append(", '").append(id).append("'"));
        return places.append(" and '").append(also.get(last)).append("'").toString();
    }

    /**
     * @param row the last state of a change that is no longer in the application
     * @return what is known of it. Its phase is not; what is left of it is settled at the first opportunity
     */
    public static ChangeDescriptor removed(StateRow row) {
        return new ChangeDescriptor(row.changeId(), row.order(), "unspecified", "", "no longer in the application",
                row.targetSystem(), row.transactional(), RecoveryStrategy.MANUAL_INTERVENTION, row.checksum(), false, false,
                null, 0);
    }

    /**
     * @return whether it is no longer in the application
     */
    public boolean isRemoved() {
        return codes == null;
    }

    /**
     * @return its code, which is loaded now
     */
    public ChangeCode code() {
        return codes.code(index);
    }

    /**
     * @return what it may do outside of its transaction, as far as the build could see: one line each. Its code is loaded for
     *         that
     */
    public List<String> outsideEffects() {
        return code().outsideEffects();
    }
}
