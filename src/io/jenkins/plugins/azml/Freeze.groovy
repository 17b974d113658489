package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

/** The times when nothing is promoted, by the clock of the controller. */
class Freeze implements Serializable {
    private static final long serialVersionUID = 1L

    private final List windows

    Freeze(List windows) {
        this.windows = windows
    }

    /** What is wrong with the windows, in one line; empty if nothing is. One that ends before it begins would never hold. */
    @NonCPS
    String mistake() {
        for (int i = 0; i < windows.size(); i++) {
            Map window = windows[i] as Map
            if (window.from && window.to && window.from.toString() > end(window)) {
                return "'freeze[${i}]' ends before it begins: from ${window.from} to ${window.to}"
            }
        }
        ''
    }

    /** A date alone is the whole day. */
    @NonCPS
    private String end(Map window) {
        (window.to.toString() + ' 23:59').substring(0, 16)
    }

    /** Why nothing is promoted now; empty if there is no reason. */
    @NonCPS
    String now() {
        LocalDateTime now = LocalDateTime.now()
        String day = now.getDayOfWeek().toString().substring(0, 3).toLowerCase().capitalize()
        at(now.format(DateTimeFormatter.ofPattern('yyyy-MM-dd HH:mm')), day)
    }

    /** @param time as 2026-12-24 18:30, whose text sorts as its time */
    @NonCPS
    String at(String time, String day) {
        for (Object window in windows) {
            boolean inDays = !window.days || window.days.contains(day)
            boolean begun = !window.from || time >= window.from.toString()
            boolean over = window.to && time > end(window as Map)
            if (inDays && begun && !over) {
                return "promotions are frozen${window.to ? ' until ' + window.to : ''}${window.days ? ' on ' + window.days.join(', ') : ''}" +
                    "${window.reason ? ': ' + window.reason : ''}"
            }
        }
        ''
    }
}
