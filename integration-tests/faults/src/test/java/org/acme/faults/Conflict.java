package org.acme.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a change of the database meet another transaction, so that the database chooses the change as the victim.
 */
final class Conflict {

    private Conflict() {
    }

    static Child.Ended deadlock(World world, String change, Rival rival) throws InterruptedException {
        rival.hold(2);
        Child child = world.start("faults." + change + "=conflict:1").awaitLine("FIRST ROW LOCKED");
        rival.meet(1);
        rival.commit();
        return world.ended(child);
    }

    static Child.Ended serialization(World world, String change, Rival rival) throws InterruptedException {
        List<String> options = new ArrayList<>(world.place.options(Place.Setting.SERIALIZABLE));
        options.add("faults." + change + "=serialize:1500");
        Child child = world.start(options.toArray(String[]::new)).awaitLine("COUNTER READ");
        rival.add(1);
        return world.ended(child);
    }
}
