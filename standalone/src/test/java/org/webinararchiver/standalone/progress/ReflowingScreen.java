package org.webinararchiver.standalone.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is seen on a terminal that wraps its lines anew when it is resized, as most do. It knows the sequences that the
 * display uses, and characters of one cell.
 */
final class ReflowingScreen {
    private static final Pattern PART = Pattern.compile("\u001B\\[(\\??)(\\d*)([A-Za-z])|[^\u001B]");

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int columns;
    private int line;
    private int cell;
    private boolean wraps = true;

    ReflowingScreen(int columns) {
        this.columns = columns;
    }

    /** Lines that were written as one stay one, in more rows or in fewer; the cursor stays at its character. */
    void resize(int wanted) {
        columns = wanted;
    }

    void write(String text) {
        var part = PART.matcher(text);
        while (part.find()) {
            if (part.group(3) == null) {
                write(part.group().charAt(0));
            } else {
                control(part.group(2), part.group(3).charAt(0));
            }
        }
    }

    private void write(char character) {
        switch (character) {
            case '\r' -> cell -= cell % columns;
            case '\n' -> down();
            default -> put(character);
        }
    }

    private void put(char character) {
        var text = lines.get(line);
        text.append(" ".repeat(Math.max(0, cell + 1 - text.length())));
        text.setCharAt(cell, character);
        cell = wraps ? cell + 1 : Math.min(cell + 1, columns - 1);
    }

    private void down() {
        int next = cell - cell % columns + columns;
        if (next < lines.get(line).length()) {
            cell = next;
            return;
        }
        cell = 0;
        line++;
        if (line == lines.size()) {
            lines.add(new StringBuilder());
        }
    }

    private void control(String number, char what) {
        switch (what) {
            case 'A' -> up(Integer.parseInt(number));
            case 'J' -> {
                lines.get(line).setLength(Math.min(cell, lines.get(line).length()));
                lines.subList(line + 1, lines.size()).clear();
            }
            case 'h' -> wraps = true;
            case 'l' -> wraps = false;
            default -> throw new IllegalArgumentException("no sequence that is known: " + what);
        }
    }

    private void up(int rows) {
        for (int row = 0; row < rows; row++) {
            if (cell >= columns) {
                cell -= columns;
            } else {
                line--;
                int last = Math.max(lines.get(line).length() - 1, 0);
                cell += last - last % columns;
            }
        }
    }

    /** The rows that have something in them. */
    List<String> rows() {
        var rows = new ArrayList<String>();
        for (var text : lines) {
            for (int from = 0; from < text.length(); from += columns) {
                rows.add(text.substring(from, Math.min(from + columns, text.length())));
            }
        }
        return rows;
    }
}
