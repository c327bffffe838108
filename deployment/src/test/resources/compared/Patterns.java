package com.acme.changes;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;

@Change(id = "patterns", author = "team", order = "1")
class Patterns {

    sealed interface Shape permits Circle, Square, Pair {
    }

    record Circle(int radius) implements Shape {
    }

    record Square(int side, String name) implements Shape {
    }

    record Pair(Shape first, Shape second) implements Shape {
    }

    enum Level {
        LOW, MIDDLE, HIGH
    }

    @Apply
    void apply(Object any, Shape shape, Level level) {
        System.out.println(text(any) + area(shape) + level(level) + exhaustive(level));
        if (any instanceof Square(int side, String name) && side > 3) {
            System.out.println(name);
        }
    }

    private static String text(Object any) {
        return switch (any) {
            case null -> "nothing";
            case String text when text.length() > 10 -> "long " + text;
            case String text -> text;
            case Integer number when number > 3 -> "many";
            case Integer number -> "few " + number;
            case Level level -> "level " + level.name();
            case int[] numbers -> "numbers " + numbers.length;
            default -> "other";
        };
    }

    private static int area(Shape shape) {
        return switch (shape) {
            case Circle(var radius) -> radius * radius * 3;
            case Square(int side, String name) -> side * side + name.length();
            case Pair(Circle(int radius), Shape other) -> radius + area(other);
            case Pair pair -> area(pair.first()) + area(pair.second());
        };
    }

    private static String level(Level level) {
        switch (level) {
            case null:
                return "none";
            case LOW:
                return "low";
            default:
                return "other";
        }
    }

    private static int exhaustive(Level level) {
        return switch (level) {
            case HIGH -> 3;
            case LOW, MIDDLE -> 1;
        };
    }
}
