<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AlarmWords</name>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelved until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active, acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over, not acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>condition, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>metric, condition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back from the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <comment>metric, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>metric, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when an automation raises it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what an alarm says, comment of a person</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>This alarm was written by a newer Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no alarm: its severity or its test is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm needs a metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper limit must be above the lower one, by more than twice the deadband.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm above a limit cannot be over above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm below a limit cannot be over below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence must last a second at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delay must be between 0 and 31 days, a count between 1 and 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper limit must not be below the lower one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours in which it counts are shorter than what must last in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence has no limit that another metric could be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A metric cannot be its own limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm can be told again after a minute to 31 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm is told to a web address such as https://example.org/hook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm is mailed to one address such as name@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours of an alarm must be between 00:00 and 23:59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours of an alarm need a day of the week.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AutomationTemplates</name>
    <message>
        <source>Dark → lights on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it gets dark, the light goes on; when it is bright again, off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark: lights on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bright: lights off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot → cooling on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 26 for a minute, the cooling goes on; below 24 it goes off. In between nothing changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot: cooling on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool: cooling off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty room → off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When nothing has moved for ten minutes, everything goes off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty room: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frost guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below 5 the heating goes on, and somebody is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frost: {device} is at {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery low → tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the battery of any device falls below 15, somebody is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The battery of {device} is at {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline → tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When any device has been offline for five minutes, somebody is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} is offline.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AutomationWords</name>
    <message>
        <source> of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of devices that fit “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of any device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 rises above %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 falls below %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 comes between %3 and %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 leaves %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 changes to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no %1%2 arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device that fits “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 appears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alarm is raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alarm is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alarm “%1” is raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alarm “%1” is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person starts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 is %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some device fits “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it fits “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is between %1 and %2%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until %1, at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell on the desktop “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the message “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When %1, if %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sunrise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sunset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dusk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1 before %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1 after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another %1 are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the week plan changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply the scene “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell %1 on the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the e-mail “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the e-mail “%1” to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is told from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the alarm “%1”%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear the alarm “%1”%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Automations</name>
    <message>
        <source>A limit is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper limit must not be below the lower one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trigger needs a metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trigger needs the value that the metric changes to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hysteresis must not be below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits must be further apart than twice the hysteresis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence must last a second at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A span of time must be between 0 and 31 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition needs a metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition cannot be about silence. Use a search with lastSeen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition needs a value to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time of day must be between 00:00 and 23:59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time window needs a day of the week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step needs a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delay must be longer than 0 and at most 31 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting needs an end: longer than 0 and at most 31 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a metric can be waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message needs a text of at most 500 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An automation needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An automation needs something that sets it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An automation needs something to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An automation has at most 16 triggers, 16 conditions and 50 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An automation runs at most 10 times at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is repeated at most 5 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in %2 must be %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a span of time such as “90s” or “1h30m”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time of day such as “22:30”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no automation: “automation” with its format, 1, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This automation was written by a newer Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no value yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) fit</source>
        <translation>
            <numerusform>%n device fits</numerusform>
            <numerusform>%n devices fit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition “%1” holds: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition “%1” does not hold: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started by a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off by “%1”: %2 of %3 was %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off by “%1”: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off by “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off by “%1”: the run of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step needs the name of a scene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A webhook needs a web address, such as https://example.org/hook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of a webhook has at most 500 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail needs addresses such as ada@example.org, at most 10 with commas between them, or none for that of the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail needs a subject of at most 200 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of an e-mail has at most 500 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is told from outside needs a name of at most 100 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step about an alarm needs its name, of at most 100 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of an alarm has at most 500 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose whose metric the condition is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose where the command goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose which one the alarm is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose whose metric is waited for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialFolder</name>
    <message>
        <source>%1 has more than 4 KiB, which is no password. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a line of text in UTF-8. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1 to read passwords from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others have access to the folder %1, so nothing in it was used. Run “chmod 700” on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others have access to %1, so it was not used. Run “chmod 600” on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Give it to the user that Muster runs as.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Expression</name>
    <message>
        <source>The unit “%1” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be converted has no unit. Name it: convert(value, &quot;unit&quot;, &quot;%1&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit “%1” is not known, so nothing can be converted from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be converted to “%2”, but to: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stretch of time is the last thing in the parentheses, once: mean(value, 5m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a stretch of time: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is written like this: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many stretches of time in it; %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit “%1” is not known. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stretch of time can be from 1 ms to 366 days long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is too long; it may have %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is to be calculated, for example &quot;Pump 3/pressure&quot; * 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis closes one that was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma stands only between the values of a function. Write decimals with a point: 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operator such as + - * / is missing in front of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no metric in it, so it would never change. Name one, for example &quot;Pump 3/pressure&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is nested too deeply; %1 levels are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a value behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two values at a time: a &gt; 1 and a &lt; 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no meaning here; a metric, a number or a function is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number. A stretch of time such as 5m stands only behind the value of a function: mean(value, 5m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number that can be calculated with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between these quotation marks a metric is to be named: &quot;device/metric&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit in quotation marks is expected here, such as &quot;°F&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression has too many parts; %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many metrics in it; %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no metric “%1”. Write its device and its name: &quot;device/metric&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could be several metrics, such as %2 or %3. Write which device&apos;s it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a text; only numbers, switches and states can be calculated with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkCodec</name>
    <message>
        <source>This link has no command “%1”; a profile can add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes one line of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was given a number that does not fit into its bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes of “%1” are made by a script, and none runs here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>The link reads nothing. Choose a device and one of its metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link commands nothing. Choose a device and one of its commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the link&apos;s numbers is none. Enter a finite one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least value is larger than the most. Exchange them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands are at least 20 ms and at most one day apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The silence after which a link stops is at most 31 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has more than %1 characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is text, and a link needs numbers, switches or choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be sent: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes no value, so a link has nothing to give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is dangerous. Allow it for this link if it is to be sent without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link was written by a newer Muster.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>No mail server is set up. Name one in the settings, under E-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server needs a name such as mail.example.org, without a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port of the mail server must be between 1 and 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password is sent over an encrypted connection only. Choose TLS or STARTTLS, or leave the user name empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender needs an address such as muster@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipient needs an address such as ada@example.org, or at most 10 with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject of an e-mail must be one line of at most 200 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This e-mail is for nobody. Name a recipient, or one for all mail in the settings, under E-mail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MqttFault</name>
    <message>
        <source>A broker&apos;s address needs a host and a port. Complete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be a client id. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host called “%1”. Check the name and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check the port, and whether the broker is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 cannot be reached (%2). Check the address and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 did not answer in time. Check the address, the port, and whether it wants TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hung up before the login. Check the port, and whether the broker wants TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the broker at %1 broke. Check that it is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 went silent. Check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA file “%1” cannot be read as PEM certificates. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Renew it on the broker, or check this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host. Connect by the name that is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked. Renew it on the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not acceptable (%2). Renew it on the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 is possible (%2). Check that the port is the broker&apos;s TLS port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 does not speak MQTT 5. Choose MQTT 3.1.1 for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 does not speak MQTT 3.1.1. Choose MQTT 5 for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 refused the client id. Give this connection another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 is too busy to take the connection. Wait a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 refused the user name or password. Check both in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 wants a login. Set user name and password in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 does not let “%2” in. Check user name and password in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 has banned this client. Ask the person who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 says that it has moved. Ask the person who runs it for the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 refused the connection (reason %2). Ask the person who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another client logged in to %1 with the same client id. Give this connection another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 withdrew the permission to stay connected. Check the login in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 is shutting down. Wait until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 ended the connection (reason %2). Look into its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 does not keep to MQTT. Check the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected on request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the broker at %1. Wait until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be used as an MQTT topic here. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message to “%1” is larger than the broker takes. Make it shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many messages wait for the broker at %1. Send more slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 does not take messages of this QoS. Choose a lower one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 does not allow this login to send there. Ask the person who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 refused the message (reason %2). Look into its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it hung up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hung up before the login. Check that the port is the broker&apos;s TLS port, and whether it wants a certificate of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by an authority this computer trusts. Give the connection its CA file, or trust this one certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by the authority in “%2”. Check the CA file, or trust this one certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not the one this connection trusts. If the broker has a new one, compare the fingerprints and trust that one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 wants a certificate of yours. Give the connection one, with its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 does not accept the certificate in “%2” (%3). Choose one that it knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “%1” cannot be read as a PEM or PKCS#12 certificate. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no readable key in “%1”. Choose the key file of your certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in “%1” does not belong to the certificate in “%2”. Choose the right pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in “%1” is locked. Give its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open the key in “%1”. Give the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 does not speak TLS 1.3. Allow TLS 1.2 for this connection, or update the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 speaks no TLS that is still safe. Update the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker at %1 knows none of the protocols %2. Check the ALPN setting of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Muster was built with Qt MQTT, which does not speak MQTT over WebSockets. Use mqtt:// or mqtts://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server at %1 lets nobody in without a login of its own (%2). Ask the person who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server at %1 says that this is somewhere else (%2). Use the address that it leads to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server at %1 does not reach its broker now (%2). Wait a little, or ask the person who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no WebSocket at %1 (%2). Check the path of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 is no WebSocket of a broker. Check the port and the path.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>must have two hexadecimal digits for each byte behind “hex:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has “{value%1}”; use {value} in a text, {value:u16be} or another number format, or {value:text}, in bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {value}, but there is no argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks {value} for the argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than %1 elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not known here. Known are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not known here. Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold texts alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be %1; it can be: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be %1. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster has no profile “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a start or an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than 256 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is above the maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaches beyond the number&apos;s own bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have two values, one for off and one for on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold numbers, texts, true and false alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the key “%1” twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the field “%1”, which is not among the fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile may have %1 KiB at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no valid JSON (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile is a JSON object; this is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of names and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NMEA 0183</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modbus bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 Bd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example %1: %2 has no value and should be %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example %1: %2 is %3 and should be %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no UUID, such as ffd5 or 0000ffd5-0000-1000-8000-00805f9b34fb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no company identifier of four hexadecimal digits, such as 0499.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names no device: names, services or companies must say which ones are meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names more than 64 characteristics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than %1 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is “script”, but there is no script with a function decode(bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks “send”, and there is no script that makes its bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is used by nothing: say &quot;decoder&quot;: &quot;script&quot;, or leave out “send” of a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must each say what to “send”: there are no scripts here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>A regular expression of this query takes too long; what it found may not be all. Simplify it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is too long; it may have %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis closes one that was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no meaning here. Put quotation marks around a text that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is nested too deeply; %1 levels are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OR needs a term behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OR needs a term in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AND needs a term in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AND needs a term behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a term behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is looked for in names, addresses, models and tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device has a metric “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression ends at its second slash. Write \/ for a slash inside, or quotation marks around a text with slashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular expression is not closed by a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are too many terms; %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison needs a field in front of it, such as battery&lt;20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field name is missing in front of the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range needs a field in front of it, such as battery:[10 TO 20].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field name has no wildcards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing behind “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern is too long; it may have %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is compared with &lt; or &gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can be %2, but not “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular expression is empty. Put quotation marks around a text that begins with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are too many regular expressions; %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular expression is not valid: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a number; a regular expression finds texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range is written as [10 TO 20].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range is not closed by ] or }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no order: it cannot be compared with &lt; or &gt;, nor have a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no duration such as 30s, 5m, 2h or 7d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range begins behind its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort: and limit: stand on their own, outside of parentheses, OR and NOT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort: wants a field, such as sort:-battery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are too many fields to sort by; %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit: wants a whole number from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>“%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n were deleted.</source>
        <translation>
            <numerusform>%n was deleted.</numerusform>
            <numerusform>%n were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scenes</name>
    <message>
        <source>A scene needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scene needs a device and what it is to be set to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scene has at most 1000 values. Make two of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of a scene needs a device, a command, and on, off, a number or a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of %2 stands twice in the scene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no scene: “scene” with its format, 1, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scene was written by a newer Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scene has a “name”, which is a text, and a list “set”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1 of “set” needs a “device”, a “command” and a “value” that is true, false, a number or a text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message>
        <source>“%1” is no minute: write 0 to 59, or * for every minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no hour: write 0 to 23, or * for every hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no day of the month: write 1 to 31, or * for every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no month: write 1 to 12, jan to dec, or * for every month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no weekday: write mon to sun, 0 to 7 (0 and 7 are Sunday), or * for every weekday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the range %1 goes backwards. Write it as two, with a comma between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no step: write a number from 1 on behind the /.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step of %1 never comes a second time in this field, which ends at %2. Choose an interval instead of cron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cron line has at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known: write @hourly, @daily, @weekly, @monthly, @yearly, or five fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cron line has five fields (minute, hour, day of the month, month, weekday), this one has %1. Example: 30 6 * * mon-fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this day does not come in these months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The week has no block. Draw one on a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The week has more than %1 blocks. Join some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value between the blocks is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block of the week must lie within one day, end after it begins and have a number as its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two blocks of the same day lie over each other. Shorten or delete one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value never changes in this week. Give the blocks another value than the time between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weekday is chosen. Choose at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interval is between one second and 366 days, in whole seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval counts from a date that cannot be used. Choose one after 1970.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least one time of the day, and at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time of the day lies between 00:00 and 23:59:59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offset from sunrise or sunset is at most twelve hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no weekday: write mon, tue, wed, thu, fri, sat or sun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no time of the day: write it like 06:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block of the week needs a day, from, to and a value, such as {&quot;day&quot;: &quot;mon&quot;, &quot;from&quot;: &quot;06:00&quot;, &quot;to&quot;: &quot;08:00&quot;, &quot;value&quot;: 21}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interval needs “every”, a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This schedule was written by a newer Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schedule needs a “kind”: cron, interval, daily, sun or week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“event” is sunrise, sunset, dawn or dusk, and “offset” a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunrise and sunset need the place of this site. Enter its latitude and longitude in the settings first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“missed” is run, skip, ask or all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster</name>
    <message>
        <source>Fleet manager for M2M and IoT devices: see, plot, command and keep what every device reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a made-up fleet of 40 devices; nothing is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the fleet and the settings in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window: en or de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of the window: light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window to this file, then quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait before the picture, in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme takes light or dark, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--after takes a number of seconds from 0 to 3600, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) in the fleet</source>
        <translation>
            <numerusform>%n device in the fleet</numerusform>
            <numerusform>%n devices in the fleet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm rule(s)</source>
        <translation>
            <numerusform>%n alarm rule</numerusform>
            <numerusform>%n alarm rules</numerusform>
        </translation>
    </message>
    <message>
        <source>Muster %1 runs without a window: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved. Goodbye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run without a window and without a display, until SIGTERM or Ctrl-C; what happens is written to standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--screenshot needs a window, which --headless does not have. Leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is opened by the window, which --headless does not have. Open it there once; its connections are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections to open, such as mqtt://broker.local, mqtts://ada@broker.local:8883, wss://broker.example/mqtt or /dev/ttyUSB0, or .muster files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read passwords from files of this folder, which nobody else may have access to; Muster says which file it wants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off the automations that wait for this name, in the Muster that runs on the same folder, then quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tell takes a name of at most 100 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tell is for a Muster that runs already. Leave out --demo, --headless and endpoints, or start Muster first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AboutDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Muster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleet manager for M2M and IoT devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icons from Tabler Icons, MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AddressBar</name>
    <message>
        <source>“%1” tells %2, but the whole of that address is not known here. Enter it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain: asked at each start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AlarmDialog</name>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This alarm is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadband</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay until it is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of which devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise an alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many values in a row must say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a value must come back behind the limit for the alarm to be over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When no value arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the alarm after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alarm is over after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every device that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the last 7 days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device has this metric now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n time(s)</source>
        <translation>
            <numerusform>about %n time</numerusform>
            <numerusform>about %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Over the last 7 days it would have fired %1 on %2.</source>
        <comment>times, devices</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 More devices fit; these are the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search: group:Hall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Every device that fits” needs a search: write which ones, name:* for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it would have fired is not known: of the metric that is the limit there are no recorded values, or too many to compare one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before %1 there was no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell again after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric that is the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another metric, such as a setpoint, whose latest value the number is added to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plus the value of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until somebody acknowledges it, every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address that is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address that is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets an e-mail when it is raised, over, or told again. The mail server is named in the settings, under E-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets an HTTP POST with JSON when it is raised, over, or told again. What stands behind the host may be a secret: it is kept in the keychain, not with the alarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automations raise the alarm “%1” and say when it is over and how grave it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AlarmModel</name>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AlarmPosts</name>
    <message>
        <source>%1: %2</source>
        <comment>device, alarm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3, %4, %5 (%6)</source>
        <comment>time, what happened, device, alarm, value, severity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of alarms</source>
        <translation>
            <numerusform>%n change of alarms</numerusform>
            <numerusform>%n changes of alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 What became of alarms was not told there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AlarmRulesDialog</name>
    <message>
        <source>all of the fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>metric, condition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no alarm. Copy one as JSON first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alarm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell of new alarms on the desktop, too, from severity Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alarm rules yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm watches a metric and tells when it is out of bounds or silent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AlarmView</name>
    <message>
        <source>New alarm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge what is selected (A; with a comment: Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put what is selected out of sight for a while (S: one hour)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back from the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge with comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelve for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being done about it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>severity, count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the alarms of this severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alarms yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alarm fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarms that are over and acknowledged are in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a deleted alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>device, alarm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the alarm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>device, severity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alarm watches a metric and tells when it is out of bounds, stays so, or falls silent. A right click on a metric makes one, too; an automation can raise one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Alarms</name>
    <message>
        <source>There are %1 alarm rules already. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This alarm was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rule was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rule watches it no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time on the shelf is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not in the fleet, so there can be no alarm about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 alarms already. Acknowledge some that are over first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Application</name>
    <message>
        <source>The picture %1 could not be written.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was restored. What was here before is kept in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster needs a display and finds none (DISPLAY and WAYLAND_DISPLAY are not set). Start it from a desktop session, through “ssh -X”, or on a virtual display: xvfb-run -a muster --demo. To run it without a window: muster --headless
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ArchiveDesk</name>
    <message>
        <source>Import a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.musterbackup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is being written to %1: fleet, history, connections and settings, but no passwords. Recording goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is complete: %1 in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.musterbackup);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything as it was when this backup was made?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleet, history, connections and settings come from %1 at the next start. What is here now is kept in a folder beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being checked and copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is ready. Quit Muster and start it again: then everything is as it was when the backup was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Archiving</name>
    <message>
        <source>Nothing is being recorded, so there is nothing to compact. See the messages for the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more devices or metrics. Remove some from the fleet first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be put into %1, so everything is as before. Check that the folder can be written and has room.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AutomationEditor</name>
    <message>
        <source>This automation is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause before a command is repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after a step that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May send dangerous commands without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or when…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off again while it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let it finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run again afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a failed command is repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat a command that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came due while Muster was not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do it late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came due while Muster was not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try on the past…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it would have been set off lately, and what it would have done. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Every device that fits” needs a search: write which ones, name:* for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for each device by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that another device set off are not in the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::AutomationWindow</name>
    <message>
        <source>Automations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an automation to see its last runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s) in a row</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times in a row</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no automation. Copy one as JSON first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Next: %2.</source>
        <comment>sentence, moment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will never be time again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No automations yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do something when a value crosses a limit, it is time, a device goes offline or an alarm is raised.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Automations</name>
    <message>
        <source>There are %1 automations already. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This automation was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The automation was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” sets itself off again and again. It was stopped; change it, then switch it on again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” sets itself off again and again, by way of: %2. It was stopped; change it, then switch it on again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was set off again and started anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was running already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were under way already.</source>
        <translation>
            <numerusform>%n run was under way already.</numerusform>
            <numerusform>%n runs were under way already.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told on the desktop: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote a message: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” went to nobody: no device fits “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is for %2 devices; an automation commands at most %3 at once. Narrow the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is dangerous. Allow dangerous commands in this automation first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>command, how it ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 devices, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) did not obey; the last one: %1</source>
        <translation>
            <numerusform>%n device did not obey: %1</numerusform>
            <numerusform>%n devices did not obey; the last one: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the connection to come up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2 Once more in %3 (%4 of %5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automation “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up after step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is so: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting until %1, at most %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passed in vain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it waited for did not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was due at %1, while Muster was not running, and was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster ended before it was known how step %1 ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time was over while Muster was not running, and the rest was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster was started again; the rest of the time counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no value to send: what set it off has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1 late: Muster was not running, the computer slept, or its clock was set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before it were missed and are not made up for.</source>
        <translation>
            <numerusform>%n run before it was missed and is not made up for.</numerusform>
            <numerusform>%n runs before it were missed and are not made up for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before it were missed, too.</source>
        <translation>
            <numerusform>%n run before it was missed, too.</numerusform>
            <numerusform>%n runs before it were missed, too.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was missed and skipped: Muster was not running, the computer slept, or its clock was set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was missed and waits for a person: start it with “Run now” if it is still wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was due at %2 and was missed. Start it with “Run now” if it is still wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scene “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device set this off, so there is none to command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device set this off, so there is none to have an alarm. Choose one in the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarm “%1” of %2 was not raised: it is switched off among the alarm rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised the alarm “%1” of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarm “%1” of %2 was raised already; it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the automation “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared the alarm “%1” of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no alarm “%1” of %2 to clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting alone does nothing that could be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps are being tried already. Wait until one of them has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person tried step %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Backend</name>
    <message>
        <source>Bytes cannot be sent by hand over a connection of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection has no topics to send to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::BackendHost</name>
    <message>
        <source>%1 did not answer in time. Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the device is closed. Open it in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is closed. Open it in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::BackendRegistry</name>
    <message>
        <source>“%1” is not an address. It begins with one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster has no connection of the kind “%1”. It knows: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Backup</name>
    <message>
        <source>The program ended before the backup did; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another backup is still being written or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be restored into the demo, which keeps nothing. Start Muster without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check that the folder above it can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history was found damaged while “%1” was being written. Make the backup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be copied to its end: %2. Make room, or check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written to its end: %2. Make room or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be put in place: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be restored: %2. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring was cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its part “%1” is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no backup of Muster. Choose a file that ends in .musterbackup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “%1” is damaged (%2). Use another copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “%1” was made by a newer Muster. Update Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::BleBackend</name>
    <message>
        <source>Looking for Bluetooth…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluetooth was closed before the device answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening for Bluetooth devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Bluetooth adapter is switched off. Switch it on; Muster goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no Bluetooth adapter. Plug one in; Muster goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Bluetooth service of this computer does not answer. Start it (bluetoothd); Muster goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluetooth cannot listen: %1 Muster tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be connected to: %2 Muster goes on trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 claims to have %2 characteristics; the first %3 are looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not near at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many commands wait for %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has 32 hexadecimal digits, such as 231d39c1d7cc1ab1aee224cd096db932.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connected Bluetooth device takes bytes like a serial line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much is being written over Bluetooth. Wait for some of it to finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other devices are being paired. Try again when they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not paired. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile of %1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of at most %1 bytes can be sent to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not connected. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is read another way now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names a place, but Bluetooth is everywhere near: write ble:// alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option board is “%1”; it is written like E1:02:03:04:05:06,nordic-uart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option board is there more than %1 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1=%2” means nothing to a Bluetooth connection. It knows nameless=1 and board=….</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::BrokerView</name>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages received per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages sent per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes received per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes sent per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retained messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker has said nothing of itself yet. Some do not, or do not let this login hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the broker tells of itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CalculationDialog</name>
    <message>
        <source>The last ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes out is drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New calculated metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculated metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;Pump 3/Pressure&quot; - &quot;Pump 4/Pressure&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressure difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert metric…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ - * / ^ ( )  &lt; &gt; = and or not if(…)  ·  mean min max sum count stddev(value, 5m)  ·  rate(value)  delta(value)  ·  abs sqrt log exp round clamp  ·  value to &quot;°F&quot;. Calculated from now on; the result belongs to the device “Calculated”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood. There is no result yet: not every metric in it has a value, or the result is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1. In the last ten minutes:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Calculations</name>
    <message>
        <source>“%1” is not there: its device was removed, or has not reported it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is itself calculated from this metric; that would never end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the calculated metric a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a calculated metric “%1”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be %1 calculated metrics. Remove one that is no longer needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calculated metric “%1” has been removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics calculated from others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calculated by Muster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CalculationsDialog</name>
    <message>
        <source>Calculated metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics of your own, calculated from others as they arrive: a difference, a rate, a rolling mean, another unit. They are plotted, recorded and exported like all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove calculated metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”? What was recorded of it is no longer shown. What is calculated from it stops.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CalculationsModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CertificateBar</name>
    <message>
        <source>%1: %2</source>
        <comment>connection: what is wrong</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this one certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CertificateDialog</name>
    <message>
        <source>Trust one certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the person who runs the broker of %1 tells you. If they are the same, Muster can trust this certificate, and no other, for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ChartAnalysis</name>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark unusual values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>○ %n unusual value(s)</source>
        <translation>
            <numerusform>○ %n unusual value</numerusform>
            <numerusform>○ %n unusual values</numerusform>
        </translation>
    </message>
    <message>
        <source>– – %1: nothing recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– – %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ChartArea</name>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chart; devices and metrics can be dropped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts show live values. Drop a device or a metric here, or start with an empty chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot on a new chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the chart&apos;s tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ChartPanel</name>
    <message>
        <source>10 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much time the chart shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the latest values (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the picture; recording continues (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a metric, export, copy, split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put what did not fit on a chart of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop devices or metrics here to plot them live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add metric…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at %1 · recording continues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traces: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Plot %n metric(s) on this chart</source>
        <translation>
            <numerusform>Plot %n metric on this chart</numerusform>
            <numerusform>Plot %n metrics on this chart</numerusform>
        </translation>
    </message>
    <message>
        <source>Plot on this chart, right axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot on this chart, left axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot on this chart, right axis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot on this chart, left axis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything remembered and recorded (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▸ Follow live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break lines at gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place a mark here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New calculated metric…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its events on this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its states on this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alarm for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>device, metric</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ChartView</name>
    <message>
        <source>at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <comment>first mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <comment>second mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CommandControl</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CommandLog</name>
    <message>
        <source>Last commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2  %3</source>
        <comment>time, command, outcome</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2 %3  %4</source>
        <comment>time, command, value, outcome</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CommandRow</name>
    <message>
        <source>Not supported yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks before it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dangerous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2?</source>
        <comment>command: target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 on %3?</source>
        <comment>command, value, target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ %1 …</source>
        <comment>value that was asked for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::CommandsPanel</name>
    <message>
        <source>%1 more commands are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Comparison</name>
    <message>
        <source>the day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::ConditionRow</name>
    <message>
        <source>If</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must be so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some device fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time is between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps are taken when this is not so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search: motion:on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ConnectionChip</name>
    <message>
        <source>Connection %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ConnectionDesk</name>
    <message>
        <source>Add the connections of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster connections (*.muster);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster connections (*.muster)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1, without passwords.</source>
        <translation>
            <numerusform>%n connection written to %1, without its password.</numerusform>
            <numerusform>%n connections written to %1, without passwords.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not taken in. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every connection of %1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n connection(s) from %1?</source>
        <translation>
            <numerusform>Add %n connection from %1?</numerusform>
            <numerusform>Add %n connections from %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ConnectionForm</name>
    <message>
        <source>taken from the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a valid address: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying to connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain, nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain: you will be asked at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address of a broker or a port, for example mqtt://broker.local or serial:///dev/ttyUSB0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQTT broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluetooth LE: what is near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the key of your certificate. Kept like the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this one certificate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ConnectionsDialog</name>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the connection %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its password is forgotten too. Devices that are in the fleet stay there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on this computer only, at mqtt://127.0.0.1:%1, and stops with Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not running. Muster can start one that only this computer can reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connections yet. Add one, or start the broker on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all connections, without passwords, to a .muster file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;onsole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what goes over the connection, and sends a line by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what is published, and sends messages by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes devices of topics that do not announce any, by rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Console</name>
    <message>
        <source>Bytes are written as pairs of hexadecimal digits: 01 FF 0D.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ConsoleDesk</name>
    <message>
        <source>Console of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ConsoleView</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How bytes are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: the next place, Shift+Enter: the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes on the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes over the connection from now on shows up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends it; the arrow keys bring back what was sent before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no line ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as hexadecimal bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the line ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 older ones dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 came too fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is nowhere in the lines that are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines were written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a profile on what came…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ConventionFields</name>
    <message>
        <source>Understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discovery prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Sparkplug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where Home Assistant&apos;s discovery messages are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host: asks for births that are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen: sends nothing by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary host: publishes its STATE, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed by a primary host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make devices of topics that nobody announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in values the broker kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off, its messages are taken for plain topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DataExport</name>
    <message>
        <source>“%1” would merge %2 metrics; there is room for %3. Choose fewer, or one row for each value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another export is still being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be put in place: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written to its end: %2. Make room or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DataExportDialog</name>
    <message>
        <source>data %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices and metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter devices and metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything the filter shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of what the filter shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, one row for each value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, one column for each metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing… %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the metrics are checked.</source>
        <comment>number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded; what is remembered since the start will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what is to be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table can have %1 columns at the most. Check fewer metrics, or choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows were written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Demo</name>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doors and windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugs and lights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdoors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DetailsPanel</name>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the fleet since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>detail, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>road, convention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off this address: make what comes from it a device of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off this address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DeviceChoice</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device that set it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every device that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search: group:Hall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DeviceMenu</name>
    <message>
        <source>New group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the device reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M2M, point to point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IoT, over a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, separated by commas:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new group:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is read…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DiscoveredTree</name>
    <message>
        <source>Discovered devices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DiscoveredView</name>
    <message>
        <source>Add to fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No discovered device matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter discovered devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the selected devices to the fleet (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices show up here once a connection is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No devices heard yet. They show up here as soon as they say something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new. Everything that was heard is in the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 to fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>device, status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Dispatcher</name>
    <message>
        <source>“%1” takes a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no command “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be sent: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open connection leads to %1. Open it in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n commands are already under way. Wait for some to end.</source>
        <translation>
            <numerusform>%n command is already under way. Wait for it to end.</numerusform>
            <numerusform>%n commands are already under way. Wait for some to end.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer within %n s.</source>
        <translation>
            <numerusform>%1 did not answer within %n s.</numerusform>
            <numerusform>%1 did not answer within %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::DockTitle</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide. The View menu brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Drawer</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DurationEdit</name>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DynamicGroupDialog</name>
    <message>
        <source>Edit search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds whatever fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <comment>devices</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::DynamicGroups</name>
    <message>
        <source>A group needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 dynamic groups already. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This group was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ExportDialog</name>
    <message>
        <source>chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long: one row for each value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide: one column for each metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ExportRun</name>
    <message>
        <source>Another export is still being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: tables are not exported here. Choose a picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::FleetDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::FleetModel</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::FleetTable</name>
    <message>
        <source>Devices of the fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each device&apos;s main one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::FleetView</name>
    <message>
        <source>No devices yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection to something your devices talk to, or look around with made-up ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleet ▸ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>devices</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 offline</source>
        <comment>devices</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet is empty. Discovered devices wait to be added: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag them here from Discovered, or add them all at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag devices onto it, or use “Add to group” in a device&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed from the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were removed from the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this search as a group that holds whatever fits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device fits “%1” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds whatever fits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into one device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a scene…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::FleetWords</name>
    <message>
        <source>Last heard: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not supported yet. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>metric, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (kept by the broker, may be older)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::GroupModel</name>
    <message>
        <source>All devices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::GroupsTree</name>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the fleet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::GroupsView</name>
    <message>
        <source>All devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>group, devices</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a group below the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group in here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, dynamic group, %2</source>
        <comment>group, devices</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: whatever fits %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the search %2 cannot be used. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the group that holds whatever fits this search:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit search…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::HistogramPlot</name>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples, %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No samples in the visible range.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::HistogramPopup</name>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 samples in %n bin(s)</source>
        <translation>
            <numerusform>%1 samples in %n bin</numerusform>
            <numerusform>%1 samples in %n bins</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, of %2 chosen at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 outliers lie outside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::History</name>
    <message>
        <source>The damaged history %1 cannot be moved aside. Check that its folder can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 is in use by %2 (process %3). Close it there, or open the history read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 cannot be locked. Check that its folder exists and can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 is damaged. It was kept as %2, and recording goes on in a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording stands still: %1 Samples are kept in memory for a while; make room on the disk and it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moment of recording in %1 is damaged and was left out. The rest is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not a history of Muster. Move it away, or choose another place for the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no history at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 holds no history yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 was written by a newer Muster in a way this one cannot read. Update Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history %1 was written by a newer Muster. Update Muster, or open it read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stretch of %1 samples of %2 in %3 is damaged and was left out. The rest is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stretch of the summary of %1 in %2 is damaged and was left out. The rest is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has too many questions to answer. Ask again later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::HistoryPage</name>
    <message>
        <source>The history is compact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The devices in the fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics that fit a pattern:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pump */pressure
one pattern a line: device/metric, with * and ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns of what is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device/metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long every value is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long minimum, maximum and mean of each minute are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long minimum, maximum and mean of each hour are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long what is kept; the first line that fits counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line that fits a metric counts; what none fits is kept for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond it the oldest values go first, then the minutes, then the hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merges small pieces, applies the rules and gives room back. Recording goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compacting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this rate the disk lasts for decades</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>at this rate the disk lasts %n day(s)</source>
        <translation>
            <numerusform>at this rate the disk lasts %n day</numerusform>
            <numerusform>at this rate the disk lasts %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>at this rate the disk lasts %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) cannot be read</source>
        <translation>
            <numerusform>%n piece cannot be read</numerusform>
            <numerusform>%n pieces cannot be read</numerusform>
        </translation>
    </message>
    <message>
        <source>Compacting… recording goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::HoursEdit</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours in which it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in these hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first time it is on the next day; the same means the whole day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <comment>from a time to another</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Identity</name>
    <message>
        <source>What was decided about devices on several roads could not be read. Merge them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ImportDialog</name>
    <message>
        <source>The first line holds &amp;headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Check that the file exists and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows as they will be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording… %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decimal mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ti&amp;me is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Values in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point: 21.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma: 21,5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year first: 2026-11-22 12:04</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day first: 22.11.2026 12:04</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month first: 11/22/2026 12:04</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microseconds since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column for each metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row for each value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new device:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the column that holds the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns that hold the names and the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new device a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to rename this column, or to leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? %1</source>
        <comment>a text that is no time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 of the first %2 rows the time cannot be read; such rows are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the first rows. Click a heading to rename a column or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and unit, for example “pressure (bar)”; empty: leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values were recorded. Plot the device to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were there already and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Inspector</name>
    <message>
        <source>Add to fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has not reported any value yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot the selected metrics (Enter); or drag them onto a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device that was shown here is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one device to see its values and to command it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile and rate of this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this and another device one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::InspectorHeader</name>
    <message>
        <source>Last heard: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Inventory</name>
    <message>
        <source>%1 was written by a newer Muster (format %2, this one knows %3). Use that version, or another folder with --data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::JobDialog</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::LegendBar</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black or white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the right axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the left axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::LegendButton</name>
    <message>
        <source>%1, not heard of yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shown, latest value %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hidden, latest value %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Click to show or hide it; more with the right button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Its device has not been heard of yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::LinkDialog</name>
    <message>
        <source>Multiplied by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send only what has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of silence after which it stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value to send when it stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it without asking, although it is dangerous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric and command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device that is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device that is commanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s of silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with the next value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 becomes %2. It begins with the next value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be sent: it is outside what the command takes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::LinkEnds</name>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more device(s): search for them</source>
        <translation>
            <numerusform>%n more device: search for it</numerusform>
            <numerusform>%n more devices: search for them</numerusform>
        </translation>
    </message>
    <message>
        <source>Link to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::LinkMap</name>
    <message>
        <source>Map of the links</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s) are in the list alone.</source>
        <translation>
            <numerusform>%n more link is in the list alone.</numerusform>
            <numerusform>%n more links are in the list alone.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Links</name>
    <message>
        <source>There are %1 links already. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device it reads (%1) is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device it commands (%1) is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no metric “%2” at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no command “%2” at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::LinksWindow</name>
    <message>
        <source>%1 sent, %2 failed, %3 overtaken by a newer value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no link. Copy one as JSON first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a metric …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… onto a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No links yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a metric from the left onto a command on the right: what it says is sent on from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After it was stopped because it set off itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::LocalBroker</name>
    <message>
        <source>%1 could not be started (%2). Reinstall the mosquitto package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no MQTT broker. Install the mosquitto package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” for the broker&apos;s data cannot be made. Check the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s configuration cannot be written to “%1”. Check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker on this computer did not start (%1). Reinstall the mosquitto package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker on this computer ended by itself (%1). Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MailPage</name>
    <message>
        <source>The server took the test mail for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate &amp;authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of mail that names no other; several with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, without a login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the password in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a &amp;test mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the keychain …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known until Muster ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;nder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server that alarms and automations send e-mail with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Mailer</name>
    <message>
        <source>The e-mail was dropped: %1 are waiting already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of %1 at %2 is not known, so no e-mail is sent. Type it in the settings, under E-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more did not fit and were dropped.</source>
        <translation>
            <numerusform>%n more did not fit and was dropped.</numerusform>
            <numerusform>%n more did not fit and were dropped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Muster: %n message(s)</source>
        <translation>
            <numerusform>Muster: %n message</numerusform>
            <numerusform>Muster: %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>A test mail from Muster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail from Muster works: %1 took this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Mailing</name>
    <message>
        <source>An e-mail was dropped, because too many are waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail was not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of %1 at %2 is not known, so no e-mail is sent. Type it in the settings, under E-mail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MainWindow</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MergeDesk</name>
    <message>
        <source>%1 are one device now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a device of its own now, apart from “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing was merged: at most %n device(s) can be made one. Select fewer.</source>
        <translation>
            <numerusform>Nothing was merged: at most %n device can be made one. Select fewer.</numerusform>
            <numerusform>Nothing was merged: at most %n devices can be made one. Select fewer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::MergeDialog</name>
    <message>
        <source>Merge with another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which other device is “%1”, too?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, address or model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>name of a device, its address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more. Type a part of the name to find one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both become one device with the addresses, metrics and commands of both. It can be undone, and later split again in Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One device with %1 and the addresses %2. All metrics keep what was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::MessageView</name>
    <message>
        <source>Select a topic to see its last message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retained</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no message before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as the message before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the payload is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Changes only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares it with the message before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send something like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MetricList</name>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not supported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alarm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to a command…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MetricModel</name>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MetricPicker</name>
    <message>
        <source>Add a metric to the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search devices and metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MqttBackend</name>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused to let this login hear “%2”. Ask for permission, or narrow the filter of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke before the command was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected. The command was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device takes no command “%1” over this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many commands wait for %1. Try again when some are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no topic to send to. Choose one, without + and #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke before the message was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be heard as a Sparkplug host.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::MqttFields</name>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic &amp;filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rotocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broker.local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encrypted (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which topics to listen to, with commas between them: home/#, +/status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How devices announce themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Web path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A WebSocket gets through where only web servers are reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where on the web server the WebSocket is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1883, or 8883 when encrypted; over a WebSocket 80 or 443</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::NoticesModel</name>
    <message>
        <source>%1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::NoticesView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to report. What connections have to say appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected messages, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Notifying</name>
    <message>
        <source>%1: %2</source>
        <comment>device, alarm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alarm(s)</source>
        <translation>
            <numerusform>%n new alarm</numerusform>
            <numerusform>%n new alarms</numerusform>
        </translation>
    </message>
    <message>
        <source>Automations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) still active</source>
        <translation>
            <numerusform>%n alarm still active</numerusform>
            <numerusform>%n alarms still active</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>new alarms, alarms still active</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>device, alarm, what it says</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::NumberControl</name>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PairingBar</name>
    <message>
        <source>Yes, pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does %1 show this number, too?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number that %1 shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the PIN of %1. It is often 0000 or in its manual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type this number on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May %1 be paired with this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number that %1 shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PasswordBar</name>
    <message>
        <source>%1 wants a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants the password of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain: asked at each start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants the passphrase of its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PastTrial</name>
    <message>
        <source>The recorded past did not answer in time. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded. Switch recording on in the settings of the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It ended at %n million values. Narrow down what it is about to look further.</source>
        <translation>
            <numerusform>It ended at %n million values. Narrow down what it is about to look further.</numerusform>
            <numerusform>It ended at %n million values. Narrow down what it is about to look further.</numerusform>
        </translation>
    </message>
    <message>
        <source>No metric of the fleet is what it waits for. Only triggers about metrics and schedules can be tried: the past of devices and alarms is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PlainLog</name>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passphrase of its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>connection, what happened to it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n time)</numerusform>
            <numerusform>(%n times)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for %2. Start Muster once with its window on this folder, and let the keychain keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more changes of alarms</source>
        <translation>
            <numerusform>and %n more change of alarms</numerusform>
            <numerusform>and %n more changes of alarms</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm %1: %2, %3, %4 (%5)</source>
        <comment>what happened to it, device, its name, value, severity</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PlanTarget</name>
    <message>
        <source>Command of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the value as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PortWatch</name>
    <message>
        <source>Boards on USB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ProbeDialog</name>
    <message>
        <source>Listening to %1. Nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to %1, after an empty line at each rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to %1: %2 at %3 Bd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what %1 may be speaking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 said nothing at any rate. Some devices only speak when spoken to: tick below that something may be written, then listen again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says something, but nothing Muster knows. Open the console to see it, and write a profile for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Bd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it may be speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates listened to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write an empty line first, for devices that only speak when spoken to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is connected may take it for a command. Without this, not a byte is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Listen again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit as profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ProfileDesk</name>
    <message>
        <source>Install the profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not installed. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is there already, just the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile “%1” (%2) is installed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile “%1” (%2) comes with Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shall the dropped one take its place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports cannot be listened to here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is installed. Bluetooth devices it fits are read by it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is installed. Serial lines can be read by it now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ProfileEditor</name>
    <message>
        <source>%1 (installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed is not installed. Choose again to throw it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a valid profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept in the demo, profiles neither. Export it to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id is made of small letters, digits and “-”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections can use it as soon as it is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed. Its text is still here; install it to have it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed is not installed. Close again to throw it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file of a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the profile is valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Bluetooth, installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Bluetooth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed as “%1”. Bluetooth devices it fits are read by it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed as “%1”. Serial lines can be read by it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a serial line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a Bluetooth device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ProfilePreview</name>
    <message>
        <source>Open captured bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile&apos;s examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes over %1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>02 41 0D 0A …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste here what the device says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something wrong with the profile; what it would read is shown when that is put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile has no examples. Choose above what it should be tried on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) give what they should.</source>
        <translation>
            <numerusform>%n example gives what it should.</numerusform>
            <numerusform>%n examples give what they should.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bytes to try the profile on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file with captured bytes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the profile reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script is running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a Bluetooth device says is not tried here; its values are seen as soon as it is connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ProfileWords</name>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between a start and an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the length stands in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) each</source>
        <translation>
            <numerusform>%n byte each</numerusform>
            <numerusform>%n bytes each</numerusform>
        </translation>
    </message>
    <message>
        <source>a silence of %1 ms ends one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modbus RTU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found out line by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modbus, listened to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers at their places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Bd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluetooth service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checksum(s) wrong</source>
        <translation>
            <numerusform>%n checksum wrong</numerusform>
            <numerusform>%n checksums wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) not understood</source>
        <translation>
            <numerusform>%n frame not understood</numerusform>
            <numerusform>%n frames not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) too long</source>
        <translation>
            <numerusform>%n frame too long</numerusform>
            <numerusform>%n frames too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) belong to no frame</source>
        <translation>
            <numerusform>%n byte belongs to no frame</numerusform>
            <numerusform>%n bytes belong to no frame</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) without a value</source>
        <translation>
            <numerusform>%n frame without a value</numerusform>
            <numerusform>%n frames without a value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) out of range</source>
        <translation>
            <numerusform>%n value out of range</numerusform>
            <numerusform>%n values out of range</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of another type</source>
        <translation>
            <numerusform>%n value of another type</numerusform>
            <numerusform>%n values of another type</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) beyond the limits</source>
        <translation>
            <numerusform>%n value beyond the limits</numerusform>
            <numerusform>%n values beyond the limits</numerusform>
        </translation>
    </message>
    <message>
        <source>very likely (%1 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely (%1 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible (%1 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) at which the script was stopped</source>
        <translation>
            <numerusform>%n frame at which the script was stopped</numerusform>
            <numerusform>%n frames at which the script was stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) the script did not get</source>
        <translation>
            <numerusform>%n frame the script did not get</numerusform>
            <numerusform>%n frames the script did not get</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characteristic %1 of service %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for its state by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PropertiesView</name>
    <message>
        <source>Payload format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (UTF-8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more, too long or too many</source>
        <translation>
            <numerusform>%n more, too long or too many</numerusform>
            <numerusform>%n more, too long or too many</numerusform>
        </translation>
    </message>
    <message>
        <source>Properties of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all properties</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::PublishPanel</name>
    <message>
        <source>The payload is longer than %1. Make it shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic to send to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the payload is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QoS 0: once at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QoS 1: once at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QoS 2: once exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker keeps it for whoever subscribes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that were saved for this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last messages that were sent from here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::QueryHint</name>
    <message>
        <source>Write “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::RangeChoice</name>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::RangeReader</name>
    <message>
        <source>The recorded past did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::RawView</name>
    <message>
        <source>Raw messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages show up here as they arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused · %1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last %1 messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ReadingDialog</name>
    <message>
        <source>As the connection says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds for the connection of %1, which is opened anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the profile or the connection says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Bd, as the device is set. Boards on USB often ignore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find out what it speaks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit profiles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds for %1 alone. Its link stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds for %1 alone, whatever port it is plugged into. It is opened anew, the other boards are not.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Recording</name>
    <message>
        <source>The recorded history could not be read. It was kept as %1; this is a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has reached its size limit: the oldest recordings now make room for new ones. The limit is set in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ReplayBar</name>
    <message>
        <source>Replay · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Ctrl+Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Ctrl+Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten seconds back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten seconds back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten seconds on (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten seconds on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of then in a second of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the present again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ReplayDesk</name>
    <message>
        <source>This is the past. Go back to live first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::RetainedDialog</name>
    <message>
        <source>Clear retained messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retained topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is retained there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n retained message(s) would be taken away from the broker, for everybody.</source>
        <translation>
            <numerusform>%n retained message would be taken away from the broker, for everybody.</numerusform>
            <numerusform>%n retained messages would be taken away from the broker, for everybody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retained message(s) at and below “%1” would be taken away from the broker, for everybody.</source>
        <translation>
            <numerusform>%n retained message at and below “%1” would be taken away from the broker, for everybody.</numerusform>
            <numerusform>%n retained messages at and below “%1” would be taken away from the broker, for everybody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retained message(s) are too long to be put back and are left alone.</source>
        <translation>
            <numerusform>%n retained message is too long to be put back and is left alone.</numerusform>
            <numerusform>%n retained messages are too long to be put back and are left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n retained message(s)</source>
        <translation>
            <numerusform>Clear %n retained message</numerusform>
            <numerusform>Clear %n retained messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) put back.</source>
        <translation>
            <numerusform>%n message put back.</numerusform>
            <numerusform>%n messages put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) cleared.</source>
        <translation>
            <numerusform>%n message cleared.</numerusform>
            <numerusform>%n messages cleared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n message(s) were not taken: %2</source>
        <translation>
            <numerusform>%1 %n message was not taken: %2</numerusform>
            <numerusform>%1 %n messages were not taken: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::RuleFields</name>
    <message>
        <source>Column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which topics the rule selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all names, with blanks between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the device is called: text, with the names of levels in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all: t = temperature [°C] Oil temperature, air.co2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values are kept: the key as it comes, = another key, [unit], and a name, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: speed 0..1500, mode at plant/{device}/set/{metric} send {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values can be set, with the range of a number; behind “at” the topic, behind “send” the payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name in braces stands for one level, + for any one, # for all that follow. The level called {metric} says which value it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs: t=21.5, h=40</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::RulePreview</name>
    <message>
        <source>%1, which can be set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n further topic(s) not shown.</source>
        <translation>
            <numerusform>%n further topic not shown.</numerusform>
            <numerusform>%n further topics not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further value(s) not shown.</source>
        <translation>
            <numerusform>%n further value not shown.</numerusform>
            <numerusform>%n further values not shown.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule cannot be read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic was heard yet. What comes in is tried at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) belong to a rule above it.</source>
        <translation>
            <numerusform>%n topic belongs to a rule above it.</numerusform>
            <numerusform>%n topics belong to a rule above it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n topic(s) heard is selected.</source>
        <translation>
            <numerusform>The only topic heard is not selected.</numerusform>
            <numerusform>None of the %n topics heard is selected.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Device and value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rule makes of the topics heard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::RuleRow</name>
    <message>
        <source>Take this line away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::RulesDialog</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>A rule cannot be read: it has to be mended or deleted before the rules are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices from topics of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules make devices of topics that do not announce any. Where several rules select a topic, the upper one has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rules yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule says which topics belong to devices of one kind, and which of their values are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SceneDialog</name>
    <message>
        <source>Edit scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the present values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What %n of them are now is not known; they stay as they were.</source>
        <translation>
            <numerusform>What one of them is now is not known; it stays as it was.</numerusform>
            <numerusform>What %n of them are now is not known; they stay as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are set.</source>
        <translation>
            <numerusform>%n value is set.</numerusform>
            <numerusform>%n values are set.</numerusform>
        </translation>
    </message>
    <message>
        <source>No device here says what it is and can be set. Only what a device reports can be kept in a scene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more device(s) are not listed; search for them.</source>
        <translation>
            <numerusform>%n more device is not listed; search for it.</numerusform>
            <numerusform>%n more devices are not listed; search for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::SceneValues</name>
    <message>
        <source>Devices and what they are set to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is set to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2 %3</source>
        <comment>number, number, unit</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SceneWindow</name>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is set to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scene…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send these, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>so many devices, so many values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message>
        <source>Being applied: %1 of %2, %3 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being applied: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 set, %3 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 set, %3 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, %1 of %2 not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” sets:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a scene to see what it sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of the commands of “%1” are dangerous.</source>
        <translation>
            <numerusform>%n of the commands of “%1” is dangerous.</numerusform>
            <numerusform>%n of the commands of “%1” are dangerous.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n scene(s) were deleted.</source>
        <translation>
            <numerusform>%n scene was deleted.</numerusform>
            <numerusform>%n scenes were deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no scene. Copy one as JSON first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scenes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scene keeps what devices are now, to bring it about again later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Scenes</name>
    <message>
        <source>There is a scene “%1” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 scenes already. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scene was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scenes are being applied already. Wait for one to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device %1 in the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is dangerous and was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ScheduleEdit</name>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed runs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a cron line says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the week plan says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>06:30, 22:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes before or after the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before or after the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sunrise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sunset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dusk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cron line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute hour day month weekday: 30 6 * * mon-fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one run for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run each, at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was due while Muster was not running or the computer slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will never run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SecretStore</name>
    <message>
        <source>The keychain did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain was asked for too much at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked or refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no usable keychain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SerialBackend</name>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a board and its serial number or place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No board is plugged in. One that is shows up by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n board(s) on USB.</source>
        <translation>
            <numerusform>%n board on USB.</numerusform>
            <numerusform>%n boards on USB.</numerusform>
        </translation>
    </message>
    <message>
        <source>The device is not plugged in. The command was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not open. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile of the board %1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SerialFields</name>
    <message>
        <source>All boards on USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards on USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is plugged in now, or the path of a port such as /dev/ttyS0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Bd, as the device is set. Boards on USB often ignore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the bytes are understood. Automatic reads lines of names and values, CSV, JSON and NMEA 0183</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as opening leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pari&amp;ty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;low control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DT&amp;R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line &amp;ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>parity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>flow control</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>line ending</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out what it &amp;speaks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens at the usual rates. Writes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SerialPorts</name>
    <message>
        <source>Ports cannot be listened to here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Services</name>
    <message>
        <source>The folder %1 cannot be made. Choose another with --data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster is already open on %1. Use that window, or another folder with --data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored fleet could not be read. It was kept as %1; this is a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits for the password of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stored calculation(s) could not be read and are gone.</source>
        <translation>
            <numerusform>%n stored calculation could not be read and is gone.</numerusform>
            <numerusform>%n stored calculations could not be read and are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored dynamic group(s) could not be read and are gone.</source>
        <translation>
            <numerusform>%n stored dynamic group could not be read and is gone.</numerusform>
            <numerusform>%n stored dynamic groups could not be read and are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored alarm rule(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n stored alarm rule could not be read; it is kept, but not used.</numerusform>
            <numerusform>%n stored alarm rules could not be read; they are kept, but not used.</numerusform>
        </translation>
    </message>
    <message>
        <source>A link was stopped, because it sets off itself: %1. Change one of these links, then start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stored automation(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n stored automation could not be read; it is kept, but not used.</numerusform>
            <numerusform>%n stored automations could not be read; they are kept, but not used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored link(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n stored link could not be read; it is kept, but not used.</numerusform>
            <numerusform>%n stored links could not be read; they are kept, but not used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored scene(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n stored scene could not be read; it is kept, but not used.</numerusform>
            <numerusform>%n stored scenes could not be read; they are kept, but not used.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stored settings of e-mail could not be read and are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a keychain it is read from a file named %1, in the folder of --credentials or as a credential of systemd.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every choice takes effect at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing slides or fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SimBackend</name>
    <message>
        <source>Making up the demo fleet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n simulated devices</source>
        <translation>
            <numerusform>%n simulated device</numerusform>
            <numerusform>%n simulated devices</numerusform>
        </translation>
    </message>
    <message>
        <source>The demo fleet was closed before the device answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet has no such device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many commands are under way in the demo fleet. Wait for some to finish.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::SitePage</name>
    <message>
        <source>Where this site is. Automations at sunrise and sunset need it; it is not told to anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;atitude, north positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ongitude, east positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both numbers are needed. Maps show them for any place, such as 52.52° and 13.41° for Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today the sun rises at %1 and sets at %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Smtp</name>
    <message>
        <source>There is no mail server %1 in the network. Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers at %1. Check server and port, and whether a firewall is between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot check the login of %2 now (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 knows no way of logging in that Muster knows, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the login of %2 (%3). Check user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 offers no STARTTLS, so nothing was sent. Choose TLS, or the port for STARTTLS, which mostly is 587.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 holds no certificates of authorities in PEM. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not speak TLS, or none that is safe. Choose STARTTLS, or the port for TLS, which mostly is 465.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid now. Check this computer&apos;s clock, or tell whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an authority that is not trusted. If it is your own, choose its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name. Write the server&apos;s name as its certificate has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants a login (%2). Write user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no mail from %2 (%3). Check the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no mail for %2 (%3). Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not talk to this computer (%2). Ask whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the mail (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke off in the middle. Check the port, and whether it is a mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s. Check server, port and encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was silent for too long; the mail was given up after %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Sqlite</name>
    <message>
        <source>The file %1 cannot be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2. Check that its folder exists and can be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::StatisticsModel</name>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated from summaries: there are too many samples to look at each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the samples, each counting the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the samples, each counting the same. Weighted by time: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of %1 samples chosen at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known from summaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The area under the line over %1; %n gap(s) left out.</source>
        <translation>
            <numerusform>The area under the line over %1; %n gap left out.</numerusform>
            <numerusform>The area under the line over %1; %n gaps left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>And %1 that are no numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the integral</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::StatisticsPanel</name>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of the visible range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the selected trace had which value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as tab-separated text (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · only what is in memory: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · from summaries, because there are too many samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · all samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::StatusBar</name>
    <message>
        <source>%1 dropped · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was lost, refused or not understood:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost, refused or misunderstood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that arrives is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrives is shown but not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) could not be recorded.</source>
        <translation>
            <numerusform>%n sample could not be recorded.</numerusform>
            <numerusform>%n samples could not be recorded.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices from topics…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::StepRow</name>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell on the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} is at {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the time is over and it has not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell the web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whom the settings name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address, or several with commas between them. The mail server is named in the settings, under E-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What set it off is sent there as JSON. What stands behind the host may be a secret: it is kept in the keychain, not with the automation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear the alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one alarm of this name for each device: raised again, it goes on. It is cleared by the same name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::StepTry</name>
    <message>
        <source>Do it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try this step: do it now, alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is dangerous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It goes to %n devices.</source>
        <translation>
            <numerusform>It goes to %n device.</numerusform>
            <numerusform>It goes to %n devices.</numerusform>
        </translation>
    </message>
    <message>
        <source>Any of several devices can set it off; tried, it goes to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is to be known, what the button does</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TableImport</name>
    <message>
        <source>In “%1” no column tells the time. Choose one in the preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Check that the file exists and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read from its start. Copy it to a file on a disk first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read to its end: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds more than %2 metrics. Split it, or choose fewer columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “%1” line %2 has more than a million characters, so this is no table. Check the file, or choose another separator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “%1” line %2 has more than %3 columns. Choose another separator, or split the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no text (line %2). Save it as CSV in the program it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “%1” line %2 has characters in another encoding than the lines before. Choose the encoding in the preview, or save the file anew as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another table is still being imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be imported, because nothing is being recorded. See the messages for the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be imported to its end: the disk of the history refuses. Make room there, and import the file again from line %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no line of “%1” the time can be read. Choose another column or form of time in the preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled at line %1; what had been read is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Telling</name>
    <message>
        <source>%1: %2</source>
        <comment>automation, how it goes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>automation, how it goes, why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of its folder is too long for a socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can tell this Muster anything from outside (--tell): %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many came at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not come in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was nothing that Muster understands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request from outside was refused: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No automation that is on waits for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Muster runs on %1. Start it, with its window or with --headless, or name another folder with --data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Muster on %1 cannot be reached: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Muster on %1 did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TimeJump</name>
    <message>
        <source>Jump to time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 week earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TlsFields</name>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the key of your certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.pem *.key);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file &amp;of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ser&amp;ver name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;LPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tru&amp;st only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none (PEM or PKCS#12, where the broker asks for one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name to ask the broker for (SNI), which its certificate must have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocols to offer, with commas between them: x-amzn-mqtt-ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any valid certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the one certificate to trust, whoever issued it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search devices, as in: pump status:offline temperature&gt;30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that a device&apos;s name, model, tags or address contain, or questions such as battery&lt;20 OR lastSeen&gt;5m (Ctrl+F). The down arrow offers words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TopicBrowser</name>
    <message>
        <source>“%1” is no topic filter: + stands for a whole level, # for all that follow and only at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker does not let this login hear “%1”. Narrow the filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TopicDesk</name>
    <message>
        <source>Topics of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TopicTree</name>
    <message numerus="yes">
        <source>%1, %n message(s)</source>
        <translation>
            <numerusform>%1, %n message</numerusform>
            <numerusform>%1, %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <comment>retained</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TopicWindow</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 messages of further topics not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 payloads shortened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open all below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what is retained below…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics to listen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which topics to listen to: + stands for a whole level, # for all that follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear &amp;retained…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes retained messages at and below the selected topic away from the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make devices of these topics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes devices of topics like the selected one, by rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TraceSet</name>
    <message>
        <source>This chart already shows %1 metrics; “%2” needs another chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chart&apos;s axes are taken (%1 and %2); “%3” (%4) needs another chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This metric is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TreeDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::TrialDialog</name>
    <message>
        <source>It would have done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: it would have been running already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: a condition did not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, but there is no such scene now</source>
        <comment>the step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <comment>device, command, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>the step, what it sends</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried on the past: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of it was looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it would have been set off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would have happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent. Searches are answered as of now, and what its commands would have changed is not in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would not have been set off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It would have been set off and run %n time(s).</source>
        <translation>
            <numerusform>It would have been set off and run %n time.</numerusform>
            <numerusform>It would have been set off and run %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have been set off %n time(s), and run in %1 of these.</source>
        <translation>
            <numerusform>It would have been set off %n time, and run in %1 of these.</numerusform>
            <numerusform>It would have been set off %n times, and run in %1 of these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) the run before would still have been under way.</source>
        <translation>
            <numerusform>%n time the run before would still have been under way.</numerusform>
            <numerusform>%n times the run before would still have been under way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n are listed.</source>
        <translation>
            <numerusform>The last one is listed.</numerusform>
            <numerusform>The last %n are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n metrics were looked at.</source>
        <translation>
            <numerusform>Only the first metric was looked at.</numerusform>
            <numerusform>Only the first %n metrics were looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::TriggerRow</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rises above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falls below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a new alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an alarm less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person starts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and again after coming back by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hysteresis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any alarm, or its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is told from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off by the command: muster --tell “name”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ValueTable</name>
    <message>
        <source>Values at the cursor and the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <comment>first mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <comment>second mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ</source>
        <comment>difference</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the value table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the value table (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B %1 · Δt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor to A: Δt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at the chart, or press M to place marks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::WebAddresses</name>
    <message>
        <source>The web address of the alarm “%1” is not known here: enter it again there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web address of “%1” is not known here: enter it again in step %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web address at %1 is not known here: enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the whole address, beginning with %1/. If it leads elsewhere now, change the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing uses this address any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::WebSecrets</name>
    <message>
        <source>The web addresses of rules have moved into the keychain. Backups made before still hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is wrong with the keychain, what is not known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There is no usable keychain, so the web addresses of %n rule(s) stay in fleet.db as they are, readable to whoever reads that file. They move as soon as a keychain takes them.</source>
        <translation>
            <numerusform>There is no usable keychain, so the web address of %n rule stays in fleet.db as it is, readable to whoever reads that file. It moves as soon as a keychain takes it.</numerusform>
            <numerusform>There is no usable keychain, so the web addresses of %n rules stay in fleet.db as they are, readable to whoever reads that file. They move as soon as a keychain takes them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::Webhooks</name>
    <message>
        <source>%1 was not told: %2 messages to the web are waiting already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants to be told at another address (HTTP %2). Write that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused it (HTTP %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not show a certificate that is trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::WeekPlan</name>
    <message>
        <source>Week plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3: %4</source>
        <comment>Monday 06:00 to 08:00: 21 °C</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, no block is selected. Insert makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to make a block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag along a day to make a block.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::WeekPlanEdit</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value between the blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekday of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>00:00 is the end of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy day to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::WeekPlanner</name>
    <message>
        <source>This plan is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the value of now at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit week plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New week plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, such as “Heating of the living room”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create week plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After Muster was not running or the computer slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the value that holds then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait for the next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a pause of Muster or the computer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>moment, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::Welcome</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster finds the devices behind a connection, shows what they report and sends them commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a broker on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop an address or a .muster file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::WindowActions</name>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charts stand still, recording continues. Go on (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the charts stand still (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Broker on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the demo fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;chart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar&amp;k theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Muster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to the light theme (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to the dark theme (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculated &amp;metrics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a &amp;table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back &amp;up everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarms %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open alarm(s) (%1)</source>
        <translation>
            <numerusform>%n open alarm (%1)</numerusform>
            <numerusform>%n open alarms (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarms (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device pr&amp;ofiles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a profi&amp;le…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;utomations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Links…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;cenes…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ble::Link</name>
    <message>
        <source>The link was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not let itself be connected to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to the device broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not answer in time. Is it near, and is nothing else connected to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not tell its services in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device refused what was written. It may want to be paired first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device refused to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much is waiting to be written to the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device cannot be told to report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ble::Node</name>
    <message>
        <source>Encryption key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mild alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 (hexadecimal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 knows no such alert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes in hexadecimal digits, such as 01 FF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no such command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget pairing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ble::Pairer</name>
    <message>
        <source>The number was wrong, or the device does not want to be paired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device did not let itself be connected to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Bluetooth service says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other devices are being paired. Try again when they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not near at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::ble::Radio</name>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluetooth is not there at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device has not been heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muster is connected to %1 Bluetooth devices already, which is as many as it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link was closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::chartkeys</name>
    <message>
        <source>Chart: go back and forward in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: zoom the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: zoom the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: move the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: follow live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: jump to a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: move the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: place a mark (also %1+click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: clear the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: table of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: statistics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::codec::ProfileShelf</name>
    <message>
        <source>There is no profile “%1”. Choose another, or drop its file on the window to install it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the id of a profile: it is made of small letters, digits and “-”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept in the demo, profiles neither. Export the profile to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 profiles are installed already. Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile cannot be written to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is one of a Bluetooth device, not of a serial line. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the id of a profile of another kind: one is of a serial line, the other of a Bluetooth device. Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::connectionfile</name>
    <message>
        <source>Connection %1 has no &quot;url&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of connection %1 is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of connection %1 is not a valid one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection %1 has a password in its address. Take it out of the file; it is asked for when connecting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than 1 MB, which no list of connections is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid JSON: %1 at character %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a list of Muster connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was written by a newer Muster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 connections in it; at most %2 are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not taken in. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::dragout</name>
    <message>
        <source>%1 metrics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::format</name>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds ago</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes ago</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M2M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IoT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ confirmed in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ %1</source>
        <comment>command failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::line::Exchange</name>
    <message>
        <source>Too many commands wait for %1. Try again when some are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::line::Line</name>
    <message>
        <source>%1 is not open. The command was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::linkwords</name>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, it sets off itself: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, nothing arrives any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::mqtt::Words</name>
    <message>
        <source>Ask for all values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shadow was not changed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no shadow of a thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” wants %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device&apos;s template made nothing of this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colour such as #ff8000 or 255,128,0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no description of an ESPHome device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target humidity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current humidity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oscillation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start mowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants a code, which is not kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arm at home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arm away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arm for the night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template not supported yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without its %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 whose %2 is no valid topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device without identifiers and connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number whose min is above its max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select without its options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities of the kind “%1” are not supported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device message without the identifiers of its device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device message without its origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device message without components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a component without its platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown component: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no description of a Homie device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no state of a Homie device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (on its way to)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downlink (base64)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no packet of Meshtastic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device refused: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for names and version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no description of a Shelly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no description of a Tasmota device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour (#RRGGBB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zigbee2MQTT bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let devices join (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Group of %n device(s)</source>
        <translation>
            <numerusform>Group of %n device</numerusform>
            <numerusform>Group of %n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>no list of devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the template is not well formed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in a template is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the template is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message on “%1” could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message on “%1” could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message on “%1” was larger than the limit (option maxpayload) and was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value on “%1” is of another type than before and was not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit was reached at “%1”: not everything that arrives is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its topic is no plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1 is “%2”; it must be a whole number from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1 is “%2”; it can be on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no topic filter: + stands for a whole level, # for all that follow and only at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option protocol is “%1”; it can be 3.1.1 or 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read. Check the path of option %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option pin is “%1”; it must be the SHA-256 of a certificate, 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option alpn is “%1”; it must be names of protocols with commas between, such as x-amzn-mqtt-ca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option sni is “%1”; it must be the name of a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option tls is “%1”; it can be 1.2 or 1.3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option discovery is “%1”; it can be a topic such as homeassistant, or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option conventions names “%1”; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option sparkplug is “%1”; it can be listen, host or primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option host is “%1”; a host id has no /, + or # in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option sparkplug=primary needs a host id: add host=… with the id that the edge nodes are set to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option host is the id of a primary host: add sparkplug=primary, or leave host out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option clientid is empty or too long; leave it out to have one made up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no valid address: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no broker. Write it like mqtt://broker.local:1883.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1 is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option keyfile needs the certificate the key belongs to, in option cert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1 needs an encrypted connection: write %2:// instead of %3://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not begin with mqtt://, mqtts://, ws:// or wss://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 does not exist; the usual ones are 1883 for mqtt, 8883 for mqtts, 80 for ws and 443 for wss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open shutter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close shutter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop shutter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position of shutter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilt of shutter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection can have %1 rules that make devices of topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule “%1” cannot be read, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no option of an MQTT connection. There are filter, protocol, clientid, ca, cert, keyfile, sni, alpn, tls, pin, keepalive, qos, maxpayload, discovery, conventions, sparkplug, host, reorder, rule, generic and retained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rules of a connection together can be %1 characters long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no name for a level: it may have letters, digits and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} stands for what is sent; give the level another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two levels are named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule can have %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># stands for all levels that follow, so it can only be the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+, # and a name in braces stand for a whole level, between slashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing says which device it is: name a level, such as {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule begins with a topic, such as plant/{line}/{device}/state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No level is named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind “device” follows its name, such as {line} {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no format; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit ends with ].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write which value it is, and behind = how it is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be %1 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the key of a value, and behind it the range of a number, such as speed 0..1500.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range goes from a number to a larger one, such as 0..1500.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write which values can be set, and behind “at” the topic to send to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind “at” follows the topic to send to, without + and #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent has {value} in it, where the value belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” says nothing here; there are device, format, keep and command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule can be %1 characters long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule is one line of plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not among the values that are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payload is too long to be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payload is not in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no value in the payload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the values to keep is in the payload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection can have %1 rules with %2 characters in all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::mqtt::sparkplug::Words</name>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” wants %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time such as 2030-01-31T12:00:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This metric cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no memory to unpack it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacked it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sequence number is not between 0 and 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say “online” and “timestamp”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is too much in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its bytes are no Sparkplug payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is compressed twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::payloadtext</name>
    <message>
        <source>This is no JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no CBOR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON: %1 at character %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::scale</name>
    <message>
        <source>d MMM</source>
        <comment>date under a time axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date under a time axis</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::script::ScriptRunner</name>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not start within %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one call took longer than %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” cannot run: %2 cannot be started (%3). Install Muster anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” does not run: there are %2 already, one for each open device. Close one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its process crashed or used too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its process ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” was stopped %2 times and is off now: %3. Mend it in the profile editor, then open the connection anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” was stopped: %2. It is started again. If that goes on, mend it in the profile editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” does not keep up with what the device says. Some of it is left out and counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stopped and is not yet running again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many commands wait for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its process said what it should not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” does not run. Mend it in the profile editor: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” has no function decode(bytes). Add it in the profile editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” has no function encode(command, value). Add it in the profile editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” failed. %2 Mend it in the profile editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command was not sent. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of the profile “%1” makes its bytes, and could not: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::serial</name>
    <message>
        <source>Option baud is “%1”; it must be a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not begin with serial:.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no valid address: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path takes three slashes: serial:///dev/ttyUSB0. Ports of other computers cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no port. Write it like serial:///dev/ttyUSB0, or serial:auto for all boards on USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no name of a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1 is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option board is “%1”; it belongs to serial:auto and is written like 0403:6001:A50285BI,9600,gps-nmea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option board is there more than %1 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no option of a serial connection. There are baud, bits, parity, stop, flow, dtr, rts, profile, ending and board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1 is “%2”; it can be one of: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Bd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::serial::OpenPort</name>
    <message>
        <source>There is no port %1. Plug the device in, or check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use by another program. Close it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not open %1. Ask whoever looks after this computer for the right to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not open %1. Join the group %2 (sudo usermod -aG %2 $USER), then log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no serial port, or it cannot do %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot do %2. Choose other data bits or no parity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes nothing at the moment: what was sent before is still waiting. Check its flow control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::serial::PortListener</name>
    <message>
        <source>The port was unplugged while it was listened to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board %1 is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::serial::SerialLink</name>
    <message>
        <source>Send a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not plugged in. It is opened as soon as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is back, on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was unplugged before the command was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was unplugged from %2. It is opened again as soon as it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not open. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not open. The command was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line to send is a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in the fleet, and so its port is closed. Add it to the fleet first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::sim</name>
    <message>
        <source>%1 must be a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo fleet is sim://demo; one for measuring is sim://load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is busy measuring and refused. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a fault and refused. Reset the fault first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no command &quot;%2&quot; with that value.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>muster::words</name>
    <message numerus="yes">
        <source>%n message(s) received</source>
        <translation>
            <numerusform>%n message received</numerusform>
            <numerusform>%n messages received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken from them</source>
        <translation>
            <numerusform>%n value taken from them</numerusform>
            <numerusform>%n values taken from them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent</source>
        <translation>
            <numerusform>%n message sent</numerusform>
            <numerusform>%n messages sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a value for Muster</source>
        <translation>
            <numerusform>%n message without a value for Muster</numerusform>
            <numerusform>%n messages without a value for Muster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payload(s) did not decode</source>
        <translation>
            <numerusform>%n payload did not decode</numerusform>
            <numerusform>%n payloads did not decode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payload(s) were larger than the limit and were dropped</source>
        <translation>
            <numerusform>%n payload was larger than the limit and was dropped</numerusform>
            <numerusform>%n payloads were larger than the limit and were dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had another type than their metric and were not stored</source>
        <translation>
            <numerusform>%n value had another type than its metric and was not stored</numerusform>
            <numerusform>%n values had another type than their metric and were not stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) bore an unbelievable time; their arrival counts instead</source>
        <translation>
            <numerusform>%n value bore an unbelievable time; its arrival counts instead</numerusform>
            <numerusform>%n values bore an unbelievable time; their arrival counts instead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) or metric(s) beyond the limits were not made</source>
        <translation>
            <numerusform>%n device or metric beyond the limits was not made</numerusform>
            <numerusform>%n devices or metrics beyond the limits were not made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) came too late for the live memory</source>
        <translation>
            <numerusform>%n value came too late for the live memory</numerusform>
            <numerusform>%n values came too late for the live memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were lost because the window could not keep up</source>
        <translation>
            <numerusform>%n value was lost because the window could not keep up</numerusform>
            <numerusform>%n values were lost because the window could not keep up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reconnect(s)</source>
        <translation>
            <numerusform>%n reconnect</numerusform>
            <numerusform>%n reconnects</numerusform>
        </translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Next attempt at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection dropped and will be tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed. Check its settings in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
