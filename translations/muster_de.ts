<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AlarmWords</name>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Shelved until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Active, acknowledged</source>
        <translation>Aktiv, quittiert</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Over, not acknowledged</source>
        <translation>Vorbei, nicht quittiert</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>equal to %1</source>
        <translation>gleich %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>outside %1 to %2</source>
        <translation>außerhalb %1 bis %2</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>%1 lang stumm</translation>
    </message>
    <message>
        <source>%1, %2 times in a row</source>
        <translation>%1, %2-mal hintereinander</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>condition, duration</comment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>metric, condition</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>a device that is gone</source>
        <translation>ein Gerät, das weg ist</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Back from the shelf</source>
        <translation>Nicht mehr zurückstellen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <comment>metric, number</comment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>metric, number</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>Still active</source>
        <translation>Noch aktiv</translation>
    </message>
    <message>
        <source>when an automation raises it</source>
        <translation>wenn eine Automation ihn auslöst</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what an alarm says, comment of a person</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>This alarm was written by a newer Muster.</source>
        <translation>Dieser Alarm wurde von einem neueren Muster geschrieben.</translation>
    </message>
    <message>
        <source>This is no alarm: its severity or its test is missing.</source>
        <translation>Das ist kein Alarm: Schwere oder Bedingung fehlen.</translation>
    </message>
    <message>
        <source>An alarm needs a name.</source>
        <translation>Ein Alarm braucht einen Namen.</translation>
    </message>
    <message>
        <source>An alarm needs a metric.</source>
        <translation>Ein Alarm braucht eine Messgröße.</translation>
    </message>
    <message>
        <source>A limit is no number.</source>
        <translation>Eine Grenze ist keine Zahl.</translation>
    </message>
    <message>
        <source>The upper limit must be above the lower one, by more than twice the deadband.</source>
        <translation>Die obere Grenze muss über der unteren liegen, um mehr als die doppelte Hysterese.</translation>
    </message>
    <message>
        <source>An alarm above a limit cannot be over above it.</source>
        <translation>Ein Alarm über einer Grenze kann nicht über ihr vorbei sein.</translation>
    </message>
    <message>
        <source>An alarm below a limit cannot be over below it.</source>
        <translation>Ein Alarm unter einer Grenze kann nicht unter ihr vorbei sein.</translation>
    </message>
    <message>
        <source>Silence must last a second at least.</source>
        <translation>Stille muss mindestens eine Sekunde dauern.</translation>
    </message>
    <message>
        <source>A delay must be between 0 and 31 days, a count between 1 and 1000.</source>
        <translation>Eine Dauer muss zwischen 0 und 31 Tagen liegen, eine Anzahl zwischen 1 und 1000.</translation>
    </message>
    <message>
        <source>The upper limit must not be below the lower one.</source>
        <translation>Die obere Grenze darf nicht unter der unteren liegen.</translation>
    </message>
    <message>
        <source>The hours in which it counts are shorter than what must last in them.</source>
        <translation>Die Stunden, in denen er gilt, sind kürzer als das, was darin andauern muss.</translation>
    </message>
    <message>
        <source>Silence has no limit that another metric could be.</source>
        <translation>Schweigen hat keine Grenze, die eine andere Messgröße sein könnte.</translation>
    </message>
    <message>
        <source>A metric cannot be its own limit.</source>
        <translation>Eine Messgröße kann nicht ihre eigene Grenze sein.</translation>
    </message>
    <message>
        <source>An alarm can be told again after a minute to 31 days.</source>
        <translation>Ein Alarm kann nach einer Minute bis 31 Tagen erneut gemeldet werden.</translation>
    </message>
    <message>
        <source>An alarm is told to a web address such as https://example.org/hook.</source>
        <translation>Ein Alarm wird einer Webadresse wie https://example.org/hook gemeldet.</translation>
    </message>
    <message>
        <source>An alarm is mailed to one address such as name@example.org.</source>
        <translation>Ein Alarm wird per E-Mail an eine einzige Adresse wie name@example.org gemeldet.</translation>
    </message>
    <message>
        <source>The hours of an alarm must be between 00:00 and 23:59.</source>
        <translation>Die Stunden eines Alarms müssen zwischen 00:00 und 23:59 liegen.</translation>
    </message>
    <message>
        <source>The hours of an alarm need a day of the week.</source>
        <translation>Die Stunden eines Alarms brauchen einen Wochentag.</translation>
    </message>
</context>
<context>
    <name>AutomationTemplates</name>
    <message>
        <source>Dark → lights on</source>
        <translation>Dunkel → Licht an</translation>
    </message>
    <message>
        <source>When it gets dark, the light goes on; when it is bright again, off.</source>
        <translation>Wenn es dunkel wird, geht das Licht an; wenn es wieder hell ist, aus.</translation>
    </message>
    <message>
        <source>Dark: lights on</source>
        <translation>Dunkel: Licht an</translation>
    </message>
    <message>
        <source>Bright: lights off</source>
        <translation>Hell: Licht aus</translation>
    </message>
    <message>
        <source>Hot → cooling on</source>
        <translation>Heiß → Kühlung an</translation>
    </message>
    <message>
        <source>Above 26 for a minute, the cooling goes on; below 24 it goes off. In between nothing changes.</source>
        <translation>Eine Minute über 26: Die Kühlung geht an; unter 24 geht sie aus. Dazwischen ändert sich nichts.</translation>
    </message>
    <message>
        <source>Hot: cooling on</source>
        <translation>Heiß: Kühlung an</translation>
    </message>
    <message>
        <source>Cool: cooling off</source>
        <translation>Kühl: Kühlung aus</translation>
    </message>
    <message>
        <source>Empty room → off</source>
        <translation>Leerer Raum → aus</translation>
    </message>
    <message>
        <source>When nothing has moved for ten minutes, everything goes off.</source>
        <translation>Wenn sich zehn Minuten lang nichts bewegt hat, geht alles aus.</translation>
    </message>
    <message>
        <source>Empty room: off</source>
        <translation>Leerer Raum: aus</translation>
    </message>
    <message>
        <source>Frost guard</source>
        <translation>Frostwächter</translation>
    </message>
    <message>
        <source>Below 5 the heating goes on, and somebody is told.</source>
        <translation>Unter 5 geht die Heizung an, und es wird Bescheid gesagt.</translation>
    </message>
    <message>
        <source>Frost: {device} is at {value}.</source>
        <translation>Frost: {device} ist bei {value}.</translation>
    </message>
    <message>
        <source>Battery low → tell</source>
        <translation>Batterie schwach → Bescheid</translation>
    </message>
    <message>
        <source>When the battery of any device falls below 15, somebody is told.</source>
        <translation>Wenn die Batterie irgendeines Geräts unter 15 fällt, wird Bescheid gesagt.</translation>
    </message>
    <message>
        <source>Battery low</source>
        <translation>Batterie schwach</translation>
    </message>
    <message>
        <source>The battery of {device} is at {value}.</source>
        <translation>Die Batterie von {device} ist bei {value}.</translation>
    </message>
    <message>
        <source>Offline → tell</source>
        <translation>Offline → Bescheid</translation>
    </message>
    <message>
        <source>When any device has been offline for five minutes, somebody is told.</source>
        <translation>Wenn irgendein Gerät fünf Minuten lang offline war, wird Bescheid gesagt.</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>Gerät offline</translation>
    </message>
    <message>
        <source>{device} is offline.</source>
        <translation>{device} ist offline.</translation>
    </message>
</context>
<context>
    <name>AutomationWords</name>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source> of devices that fit “%1”</source>
        <translation> von Geräten, auf die „%1“ passt,</translation>
    </message>
    <message>
        <source> of any device</source>
        <translation> irgendeines Geräts</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>outside %1 to %2</source>
        <translation>außerhalb %1 bis %2</translation>
    </message>
    <message>
        <source>%1%2 rises above %3</source>
        <translation>%1%2 über %3 steigt</translation>
    </message>
    <message>
        <source>%1%2 falls below %3</source>
        <translation>%1%2 unter %3 fällt</translation>
    </message>
    <message>
        <source>%1%2 comes between %3 and %4</source>
        <translation>%1%2 zwischen %3 und %4 kommt</translation>
    </message>
    <message>
        <source>%1%2 leaves %3 to %4</source>
        <translation>%1%2 den Bereich %3 bis %4 verlässt</translation>
    </message>
    <message>
        <source>%1%2 changes to %3</source>
        <translation>%1%2 zu %3 wird</translation>
    </message>
    <message>
        <source>no %1%2 arrives</source>
        <translation>%1%2 ausbleibt</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>a device that fits “%1”</source>
        <translation>ein Gerät, auf das „%1“ passt,</translation>
    </message>
    <message>
        <source>%1 appears</source>
        <translation>%1 erscheint</translation>
    </message>
    <message>
        <source>%1 goes offline</source>
        <translation>%1 offline geht</translation>
    </message>
    <message>
        <source>an alarm is raised</source>
        <translation>ein Alarm ausgelöst wird</translation>
    </message>
    <message>
        <source>an alarm is over</source>
        <translation>ein Alarm vorbei ist</translation>
    </message>
    <message>
        <source>the alarm “%1” is raised</source>
        <translation>der Alarm „%1“ ausgelöst wird</translation>
    </message>
    <message>
        <source>the alarm “%1” is over</source>
        <translation>der Alarm „%1“ vorbei ist</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>a device that is gone</source>
        <translation>ein Gerät, das weg ist</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>a person starts it</source>
        <translation>jemand es startet</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1%2 is %3</source>
        <translation>%1%2 %3 ist</translation>
    </message>
    <message>
        <source>some device fits “%1”</source>
        <translation>auf irgendein Gerät „%1“ passt</translation>
    </message>
    <message>
        <source>it fits “%1”</source>
        <translation>„%1“ darauf passt</translation>
    </message>
    <message>
        <source>it is between %1 and %2%3</source>
        <translation>es zwischen %1 und %2%3 ist</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>nicht: %1</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>wait until %1, at most %2</source>
        <translation>warten, bis %1, höchstens %2</translation>
    </message>
    <message>
        <source>tell on the desktop “%1”</source>
        <translation>auf dem Desktop sagen: „%1“</translation>
    </message>
    <message>
        <source>write the message “%1”</source>
        <translation>die Meldung „%1“ schreiben</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>When %1: %2.</source>
        <translation>Wenn %1: %2.</translation>
    </message>
    <message>
        <source>When %1, if %2: %3.</source>
        <translation>Wenn %1, falls %2: %3.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet auf den vorigen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>it is %1%2</source>
        <translation>es %1%2 ist</translation>
    </message>
    <message>
        <source>sunrise</source>
        <translation>Sonnenaufgang</translation>
    </message>
    <message>
        <source>sunset</source>
        <translation>Sonnenuntergang</translation>
    </message>
    <message>
        <source>dawn</source>
        <translation>Morgendämmerung</translation>
    </message>
    <message>
        <source>dusk</source>
        <translation>Abenddämmerung</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>%1 ist</translation>
    </message>
    <message>
        <source>it is %1 before %2</source>
        <translation>es %1 vor %2 ist</translation>
    </message>
    <message>
        <source>it is %1 after %2</source>
        <translation>es %1 nach %2 ist</translation>
    </message>
    <message>
        <source>“%1” says so</source>
        <translation>„%1“ es sagt</translation>
    </message>
    <message>
        <source>another %1 are over</source>
        <translation>wieder %1 um sind</translation>
    </message>
    <message>
        <source>the week plan changes</source>
        <translation>der Wochenplan wechselt</translation>
    </message>
    <message>
        <source>apply the scene “%1”</source>
        <translation>die Szene „%1“ anwenden</translation>
    </message>
    <message>
        <source>tell %1 on the web</source>
        <translation>%1 im Web benachrichtigen</translation>
    </message>
    <message>
        <source>send the e-mail “%1”</source>
        <translation>die E-Mail „%1“ senden</translation>
    </message>
    <message>
        <source>send the e-mail “%1” to %2</source>
        <translation>die E-Mail „%1“ an %2 senden</translation>
    </message>
    <message>
        <source>“%1” is told from outside</source>
        <translation>von außen „%1“ gesagt wird</translation>
    </message>
    <message>
        <source>raise the alarm “%1”%2</source>
        <translation>den Alarm „%1“%2 auslösen</translation>
    </message>
    <message>
        <source>clear the alarm “%1”%2</source>
        <translation>den Alarm „%1“%2 beenden</translation>
    </message>
</context>
<context>
    <name>Automations</name>
    <message>
        <source>A limit is no number.</source>
        <translation>Eine Grenze ist keine Zahl.</translation>
    </message>
    <message>
        <source>The upper limit must not be below the lower one.</source>
        <translation>Die obere Grenze darf nicht unter der unteren liegen.</translation>
    </message>
    <message>
        <source>A trigger needs a metric.</source>
        <translation>Ein Auslöser braucht eine Messgröße.</translation>
    </message>
    <message>
        <source>A trigger needs the value that the metric changes to.</source>
        <translation>Ein Auslöser braucht den Wert, zu dem die Messgröße wird.</translation>
    </message>
    <message>
        <source>A hysteresis must not be below 0.</source>
        <translation>Eine Hysterese darf nicht unter 0 liegen.</translation>
    </message>
    <message>
        <source>The limits must be further apart than twice the hysteresis.</source>
        <translation>Die Grenzen müssen weiter auseinanderliegen als die doppelte Hysterese.</translation>
    </message>
    <message>
        <source>Silence must last a second at least.</source>
        <translation>Stille muss mindestens eine Sekunde dauern.</translation>
    </message>
    <message>
        <source>A span of time must be between 0 and 31 days.</source>
        <translation>Eine Zeitspanne muss zwischen 0 und 31 Tagen liegen.</translation>
    </message>
    <message>
        <source>A condition needs a metric.</source>
        <translation>Eine Bedingung braucht eine Messgröße.</translation>
    </message>
    <message>
        <source>A condition cannot be about silence. Use a search with lastSeen.</source>
        <translation>Eine Bedingung kann nicht von Stille handeln. Nehmen Sie eine Suche mit lastSeen.</translation>
    </message>
    <message>
        <source>A condition needs a value to compare with.</source>
        <translation>Eine Bedingung braucht einen Wert zum Vergleichen.</translation>
    </message>
    <message>
        <source>A time of day must be between 00:00 and 23:59.</source>
        <translation>Eine Uhrzeit muss zwischen 00:00 und 23:59 liegen.</translation>
    </message>
    <message>
        <source>A time window needs a day of the week.</source>
        <translation>Ein Zeitfenster braucht einen Wochentag.</translation>
    </message>
    <message>
        <source>A step needs a command.</source>
        <translation>Ein Schritt braucht einen Befehl.</translation>
    </message>
    <message>
        <source>A delay must be longer than 0 and at most 31 days.</source>
        <translation>Eine Wartezeit muss länger als 0 und höchstens 31 Tage sein.</translation>
    </message>
    <message>
        <source>Waiting needs an end: longer than 0 and at most 31 days.</source>
        <translation>Warten braucht ein Ende: länger als 0 und höchstens 31 Tage.</translation>
    </message>
    <message>
        <source>Only a metric can be waited for.</source>
        <translation>Nur auf eine Messgröße kann gewartet werden.</translation>
    </message>
    <message>
        <source>A message needs a text of at most 500 characters.</source>
        <translation>Eine Meldung braucht einen Text von höchstens 500 Zeichen.</translation>
    </message>
    <message>
        <source>An automation needs a name.</source>
        <translation>Eine Automation braucht einen Namen.</translation>
    </message>
    <message>
        <source>An automation needs something that sets it off.</source>
        <translation>Eine Automation braucht etwas, das sie auslöst.</translation>
    </message>
    <message>
        <source>An automation needs something to do.</source>
        <translation>Eine Automation braucht etwas zu tun.</translation>
    </message>
    <message>
        <source>An automation has at most 16 triggers, 16 conditions and 50 steps.</source>
        <translation>Eine Automation hat höchstens 16 Auslöser, 16 Bedingungen und 50 Schritte.</translation>
    </message>
    <message>
        <source>An automation runs at most 10 times at once.</source>
        <translation>Eine Automation läuft höchstens 10 Mal zugleich.</translation>
    </message>
    <message>
        <source>A command is repeated at most 5 times.</source>
        <translation>Ein Befehl wird höchstens 5 Mal wiederholt.</translation>
    </message>
    <message>
        <source>“%1” in %2 must be %3.</source>
        <translation>„%1“ in „%2“ muss so sein: %3.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a span of time such as “90s” or “1h30m”</source>
        <translation>eine Zeitspanne wie „90s“ oder „1h30m“</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>a time of day such as “22:30”</source>
        <translation>eine Uhrzeit wie „22:30“</translation>
    </message>
    <message>
        <source>a list of: %1</source>
        <translation>eine Liste aus: %1</translation>
    </message>
    <message>
        <source>the automation</source>
        <translation>Automation</translation>
    </message>
    <message>
        <source>This is no automation: “automation” with its format, 1, is missing.</source>
        <translation>Das ist keine Automation: „automation“ mit dem Format, 1, fehlt.</translation>
    </message>
    <message>
        <source>This automation was written by a newer Muster.</source>
        <translation>Diese Automation hat ein neueres Muster geschrieben.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation>Auslöser %1</translation>
    </message>
    <message>
        <source>condition %1</source>
        <translation>Bedingung %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>there is no such metric</source>
        <translation>diese Messgröße gibt es nicht</translation>
    </message>
    <message>
        <source>it has no value yet</source>
        <translation>sie hat noch keinen Wert</translation>
    </message>
    <message>
        <source>it was %1</source>
        <translation>es war %1</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) fit</source>
        <translation>
            <numerusform>auf %n Gerät passt sie</numerusform>
            <numerusform>auf %n Geräte passt sie</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fits</source>
        <translation>sie passt auf %1</translation>
    </message>
    <message>
        <source>%1 does not fit</source>
        <translation>sie passt nicht auf %1</translation>
    </message>
    <message>
        <source>Condition “%1” holds: %2.</source>
        <translation>Bedingung „%1“ trifft zu: %2.</translation>
    </message>
    <message>
        <source>Condition “%1” does not hold: %2.</source>
        <translation>Bedingung „%1“ trifft nicht zu: %2.</translation>
    </message>
    <message>
        <source>Started by a person.</source>
        <translation>Von Hand gestartet.</translation>
    </message>
    <message>
        <source>Set off by “%1”: %2 of %3 was %4.</source>
        <translation>Ausgelöst durch „%1“: %2 von %3 war %4.</translation>
    </message>
    <message>
        <source>Set off by “%1”: %2.</source>
        <translation>Ausgelöst durch „%1“: %2.</translation>
    </message>
    <message>
        <source>Set off by “%1”.</source>
        <translation>Ausgelöst durch „%1“.</translation>
    </message>
    <message>
        <source>In %1: %2</source>
        <translation>In %1: %2</translation>
    </message>
    <message>
        <source>Set off by “%1”: the run of %2.</source>
        <translation>Ausgelöst durch „%1“: der Lauf von %2.</translation>
    </message>
    <message>
        <source>A step needs the name of a scene.</source>
        <translation>Ein Schritt braucht den Namen einer Szene.</translation>
    </message>
    <message>
        <source>A webhook needs a web address, such as https://example.org/hook.</source>
        <translation>Ein Webhook braucht eine Webadresse, etwa https://example.org/hook.</translation>
    </message>
    <message>
        <source>The text of a webhook has at most 500 characters.</source>
        <translation>Der Text eines Webhooks hat höchstens 500 Zeichen.</translation>
    </message>
    <message>
        <source>An e-mail needs addresses such as ada@example.org, at most 10 with commas between them, or none for that of the settings.</source>
        <translation>Eine E-Mail braucht Adressen wie ada@example.org, höchstens 10 mit Kommas dazwischen, oder keine für die der Einstellungen.</translation>
    </message>
    <message>
        <source>An e-mail needs a subject of at most 200 characters.</source>
        <translation>Eine E-Mail braucht einen Betreff von höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>The text of an e-mail has at most 500 characters.</source>
        <translation>Der Text einer E-Mail hat höchstens 500 Zeichen.</translation>
    </message>
    <message>
        <source>What is told from outside needs a name of at most 100 characters.</source>
        <translation>Was von außen gesagt wird, braucht einen Namen mit höchstens 100 Zeichen.</translation>
    </message>
    <message>
        <source>A step about an alarm needs its name, of at most 100 characters.</source>
        <translation>Ein Schritt zu einem Alarm braucht dessen Namen mit höchstens 100 Zeichen.</translation>
    </message>
    <message>
        <source>The text of an alarm has at most 500 characters.</source>
        <translation>Der Text eines Alarms hat höchstens 500 Zeichen.</translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose whose metric the condition is about.</source>
        <translation>Ein Zeitplan, oder was von außen gesagt wird, handelt von keinem Gerät. Wählen Sie, um wessen Messgröße es in der Bedingung geht.</translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose where the command goes.</source>
        <translation>Ein Zeitplan, oder was von außen gesagt wird, handelt von keinem Gerät. Wählen Sie, wohin der Befehl geht.</translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose which one the alarm is about.</source>
        <translation>Ein Zeitplan, oder was von außen gesagt wird, handelt von keinem Gerät. Wählen Sie, um welches es im Alarm geht.</translation>
    </message>
    <message>
        <source>A schedule, or what is told from outside, is about no device. Choose whose metric is waited for.</source>
        <translation>Ein Zeitplan, oder was von außen gesagt wird, handelt von keinem Gerät. Wählen Sie, auf wessen Messgröße gewartet wird.</translation>
    </message>
</context>
<context>
    <name>CredentialFolder</name>
    <message>
        <source>%1 has more than 4 KiB, which is no password. It was not used.</source>
        <translation>%1 hat mehr als 4 KiB, das ist kein Passwort. Die Datei wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>%1 is not a line of text in UTF-8. It was not used.</source>
        <translation>%1 ist keine Textzeile in UTF-8. Die Datei wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>There is no folder %1 to read passwords from.</source>
        <translation>Es gibt keinen Ordner %1, aus dem Passwörter zu lesen wären.</translation>
    </message>
    <message>
        <source>Others have access to the folder %1, so nothing in it was used. Run “chmod 700” on it.</source>
        <translation>Andere haben Zugriff auf den Ordner %1, daher wurde nichts daraus verwendet. Abhilfe: „chmod 700“.</translation>
    </message>
    <message>
        <source>Others have access to %1, so it was not used. Run “chmod 600” on it.</source>
        <translation>Andere haben Zugriff auf %1, daher wurde die Datei nicht verwendet. Abhilfe: „chmod 600“.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Give it to the user that Muster runs as.</source>
        <translation>%1 ist nicht lesbar. Sie muss dem Benutzer gehören, unter dem Muster läuft.</translation>
    </message>
</context>
<context>
    <name>Expression</name>
    <message>
        <source>The unit “%1” is not known.</source>
        <translation>Die Einheit „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>What is to be converted has no unit. Name it: convert(value, &quot;unit&quot;, &quot;%1&quot;).</source>
        <translation>Was umgerechnet werden soll, hat keine Einheit. Nennen Sie sie: convert(Wert, &quot;Einheit&quot;, &quot;%1&quot;).</translation>
    </message>
    <message>
        <source>The unit “%1” is not known, so nothing can be converted from it.</source>
        <translation>Die Einheit „%1“ ist nicht bekannt; aus ihr kann nichts umgerechnet werden.</translation>
    </message>
    <message>
        <source>“%1” cannot be converted to “%2”, but to: %3.</source>
        <translation>„%1“ lässt sich nicht in „%2“ umrechnen, wohl aber in: %3.</translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation>Es gibt keine Funktion „%1“.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>The stretch of time is the last thing in the parentheses, once: mean(value, 5m).</source>
        <translation>Die Zeitspanne steht als Letztes in der Klammer, einmal: mean(Wert, 5m).</translation>
    </message>
    <message>
        <source>“%1” needs a stretch of time: %2.</source>
        <translation>„%1“ braucht eine Zeitspanne: %2.</translation>
    </message>
    <message>
        <source>“%1” is written like this: %2.</source>
        <translation>„%1“ schreibt man so: %2.</translation>
    </message>
    <message>
        <source>There are too many stretches of time in it; %1 are possible.</source>
        <translation>Es sind zu viele Zeitspannen darin; möglich sind %1.</translation>
    </message>
    <message>
        <source>The unit “%1” is not known. There are: %2.</source>
        <translation>Die Einheit „%1“ ist nicht bekannt. Es gibt: %2.</translation>
    </message>
    <message>
        <source>A stretch of time can be from 1 ms to 366 days long.</source>
        <translation>Eine Zeitspanne kann von 1 ms bis 366 Tage lang sein.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>The expression is too long; it may have %1 characters.</source>
        <translation>Der Ausdruck ist zu lang; er darf %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>Write what is to be calculated, for example &quot;Pump 3/pressure&quot; * 2.</source>
        <translation>Schreiben Sie, was berechnet werden soll, zum Beispiel &quot;Pumpe 3/Druck&quot; * 2.</translation>
    </message>
    <message>
        <source>This parenthesis closes one that was never opened.</source>
        <translation>Diese Klammer schließt eine, die nie geöffnet wurde.</translation>
    </message>
    <message>
        <source>A comma stands only between the values of a function. Write decimals with a point: 0.5.</source>
        <translation>Ein Komma steht nur zwischen den Werten einer Funktion. Dezimalzahlen schreibt man mit Punkt: 0.5.</translation>
    </message>
    <message>
        <source>An operator such as + - * / is missing in front of “%1”.</source>
        <translation>Vor „%1“ fehlt ein Rechenzeichen wie + - * /.</translation>
    </message>
    <message>
        <source>There is no metric in it, so it would never change. Name one, for example &quot;Pump 3/pressure&quot;.</source>
        <translation>Es kommt kein Messwert darin vor, es würde sich also nie ändern. Nennen Sie einen, zum Beispiel &quot;Pumpe 3/Druck&quot;.</translation>
    </message>
    <message>
        <source>This is nested too deeply; %1 levels are possible.</source>
        <translation>Das ist zu tief verschachtelt; möglich sind %1 Ebenen.</translation>
    </message>
    <message>
        <source>“%1” needs a value behind it.</source>
        <translation>Hinter „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Compare two values at a time: a &gt; 1 and a &lt; 5.</source>
        <translation>Vergleichen Sie je zwei Werte: a &gt; 1 and a &lt; 5.</translation>
    </message>
    <message>
        <source>A value is missing at the end.</source>
        <translation>Am Ende fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” has no meaning here; a metric, a number or a function is expected.</source>
        <translation>„%1“ hat hier keine Bedeutung; erwartet wird ein Messwert, eine Zahl oder eine Funktion.</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>“%1” is no number. A stretch of time such as 5m stands only behind the value of a function: mean(value, 5m).</source>
        <translation>„%1“ ist keine Zahl. Eine Zeitspanne wie 5m steht nur hinter dem Wert einer Funktion: mean(Wert, 5m).</translation>
    </message>
    <message>
        <source>“%1” is no number that can be calculated with.</source>
        <translation>„%1“ ist keine Zahl, mit der sich rechnen lässt.</translation>
    </message>
    <message>
        <source>Between these quotation marks a metric is to be named: &quot;device/metric&quot;.</source>
        <translation>Zwischen diesen Anführungszeichen gehört ein Messwert: &quot;Gerät/Messwert&quot;.</translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation>Das Anführungszeichen wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>A unit in quotation marks is expected here, such as &quot;°F&quot;.</source>
        <translation>Hier wird eine Einheit in Anführungszeichen erwartet, etwa &quot;°F&quot;.</translation>
    </message>
    <message>
        <source>The expression has too many parts; %1 are possible.</source>
        <translation>Der Ausdruck hat zu viele Teile; möglich sind %1.</translation>
    </message>
    <message>
        <source>There are too many metrics in it; %1 are possible.</source>
        <translation>Es sind zu viele Messwerte darin; möglich sind %1.</translation>
    </message>
    <message>
        <source>There is no metric “%1”. Write its device and its name: &quot;device/metric&quot;.</source>
        <translation>Es gibt keinen Messwert „%1“. Schreiben Sie sein Gerät und seinen Namen: &quot;Gerät/Messwert&quot;.</translation>
    </message>
    <message>
        <source>“%1” could be several metrics, such as %2 or %3. Write which device&apos;s it is.</source>
        <translation>„%1“ kann mehrere Messwerte meinen, etwa %2 oder %3. Schreiben Sie dazu, von welchem Gerät er ist.</translation>
    </message>
    <message>
        <source>“%1” is a text; only numbers, switches and states can be calculated with.</source>
        <translation>„%1“ ist ein Text; rechnen lässt sich nur mit Zahlen, Schaltern und Zuständen.</translation>
    </message>
</context>
<context>
    <name>LinkCodec</name>
    <message>
        <source>This link has no command “%1”; a profile can add it.</source>
        <translation>Diese Verbindung kennt keinen Befehl „%1“; ein Profil kann ihn ergänzen.</translation>
    </message>
    <message>
        <source>“%1” needs a number.</source>
        <translation>„%1“ braucht eine Zahl.</translation>
    </message>
    <message>
        <source>“%1” takes a number from %2 to %3.</source>
        <translation>„%1“ nimmt eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>“%1” needs a text.</source>
        <translation>„%1“ braucht einen Text.</translation>
    </message>
    <message>
        <source>“%1” takes one line of text.</source>
        <translation>„%1“ nimmt eine Zeile Text.</translation>
    </message>
    <message>
        <source>“%1” needs on or off.</source>
        <translation>„%1“ braucht ein oder aus.</translation>
    </message>
    <message>
        <source>“%1” takes one of: %2.</source>
        <translation>„%1“ nimmt eines von: %2.</translation>
    </message>
    <message>
        <source>“%1” was given a number that does not fit into its bytes.</source>
        <translation>„%1“ hat eine Zahl bekommen, die nicht in ihre Bytes passt.</translation>
    </message>
    <message>
        <source>The device refused: %1</source>
        <translation>Das Gerät hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The bytes of “%1” are made by a script, and none runs here.</source>
        <translation>Die Bytes von „%1“ macht ein Skript, und hier läuft keines.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>The link reads nothing. Choose a device and one of its metrics.</source>
        <translation>Die Verknüpfung liest nichts. Ein Gerät und eine seiner Messgrößen wählen.</translation>
    </message>
    <message>
        <source>The link commands nothing. Choose a device and one of its commands.</source>
        <translation>Die Verknüpfung befiehlt nichts. Ein Gerät und einen seiner Befehle wählen.</translation>
    </message>
    <message>
        <source>One of the link&apos;s numbers is none. Enter a finite one.</source>
        <translation>Eine Zahl der Verknüpfung ist keine. Eine endliche eingeben.</translation>
    </message>
    <message>
        <source>The least value is larger than the most. Exchange them.</source>
        <translation>Der kleinste Wert ist größer als der größte. Beide vertauschen.</translation>
    </message>
    <message>
        <source>Commands are at least 20 ms and at most one day apart.</source>
        <translation>Befehle liegen mindestens 20 ms und höchstens einen Tag auseinander.</translation>
    </message>
    <message>
        <source>The silence after which a link stops is at most 31 days.</source>
        <translation>Die Stille, nach der eine Verknüpfung anhält, dauert höchstens 31 Tage.</translation>
    </message>
    <message>
        <source>The name has more than %1 characters. Shorten it.</source>
        <translation>Der Name hat mehr als %1 Zeichen. Bitte kürzen.</translation>
    </message>
    <message>
        <source>“%1” is text, and a link needs numbers, switches or choices.</source>
        <translation>„%1“ ist Text, eine Verknüpfung braucht aber Zahlen, Schalter oder Auswahlen.</translation>
    </message>
    <message>
        <source>“%1” cannot be sent: %2</source>
        <translation>„%1“ kann nicht gesendet werden: %2</translation>
    </message>
    <message>
        <source>“%1” takes no value, so a link has nothing to give it.</source>
        <translation>„%1“ nimmt keinen Wert, also kann eine Verknüpfung ihm nichts geben.</translation>
    </message>
    <message>
        <source>“%1” is dangerous. Allow it for this link if it is to be sent without asking.</source>
        <translation>„%1“ ist gefährlich. Für diese Verknüpfung erlauben, wenn es ohne Rückfrage gesendet werden soll.</translation>
    </message>
    <message>
        <source>This link was written by a newer Muster.</source>
        <translation>Diese Verknüpfung wurde von einem neueren Muster geschrieben.</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>No mail server is set up. Name one in the settings, under E-mail.</source>
        <translation>Es ist kein Mailserver eingerichtet. Nennen Sie einen in den Einstellungen, unter E-Mail.</translation>
    </message>
    <message>
        <source>The mail server needs a name such as mail.example.org, without a port.</source>
        <translation>Der Mailserver braucht einen Namen wie mail.example.org, ohne Port.</translation>
    </message>
    <message>
        <source>The port of the mail server must be between 1 and 65535.</source>
        <translation>Der Port des Mailservers muss zwischen 1 und 65535 liegen.</translation>
    </message>
    <message>
        <source>A password is sent over an encrypted connection only. Choose TLS or STARTTLS, or leave the user name empty.</source>
        <translation>Ein Passwort geht nur über eine verschlüsselte Verbindung. Wählen Sie TLS oder STARTTLS, oder lassen Sie den Benutzernamen leer.</translation>
    </message>
    <message>
        <source>The sender needs an address such as muster@example.org.</source>
        <translation>Der Absender braucht eine Adresse wie muster@example.org.</translation>
    </message>
    <message>
        <source>The recipient needs an address such as ada@example.org, or at most 10 with commas between them.</source>
        <translation>Der Empfänger braucht eine Adresse wie ada@example.org, oder höchstens 10 mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>The subject of an e-mail must be one line of at most 200 characters.</source>
        <translation>Der Betreff einer E-Mail muss eine Zeile von höchstens 200 Zeichen sein.</translation>
    </message>
    <message>
        <source>This e-mail is for nobody. Name a recipient, or one for all mail in the settings, under E-mail.</source>
        <translation>Diese E-Mail ist für niemanden. Nennen Sie einen Empfänger, oder einen für alle Mails in den Einstellungen, unter E-Mail.</translation>
    </message>
</context>
<context>
    <name>MqttFault</name>
    <message>
        <source>A broker&apos;s address needs a host and a port. Complete it.</source>
        <translation>Die Adresse eines Brokers braucht Rechner und Port. Bitte ergänzen.</translation>
    </message>
    <message>
        <source>“%1” cannot be a client id. Choose another one.</source>
        <translation>„%1“ ist als Client-ID nicht möglich. Bitte eine andere wählen.</translation>
    </message>
    <message>
        <source>There is no host called “%1”. Check the name and your network.</source>
        <translation>Es gibt keinen Rechner namens „%1“. Namen und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check the port, and whether the broker is running.</source>
        <translation>An %1 antwortet nichts. Port prüfen, und ob der Broker läuft.</translation>
    </message>
    <message>
        <source>The broker at %1 cannot be reached (%2). Check the address and your network.</source>
        <translation>Der Broker an %1 ist nicht erreichbar (%2). Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The broker at %1 did not answer in time. Check the address, the port, and whether it wants TLS.</source>
        <translation>Der Broker an %1 hat nicht rechtzeitig geantwortet. Adresse und Port prüfen, und ob er TLS verlangt.</translation>
    </message>
    <message>
        <source>%1 hung up before the login. Check the port, and whether the broker wants TLS.</source>
        <translation>%1 hat vor der Anmeldung aufgelegt. Port prüfen, und ob der Broker TLS verlangt.</translation>
    </message>
    <message>
        <source>The connection to the broker at %1 broke. Check that it is running.</source>
        <translation>Die Verbindung zum Broker an %1 ist abgerissen. Prüfen, ob er läuft.</translation>
    </message>
    <message>
        <source>The broker at %1 went silent. Check the network.</source>
        <translation>Der Broker an %1 ist verstummt. Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The CA file “%1” cannot be read as PEM certificates. Choose another one.</source>
        <translation>Die CA-Datei „%1“ ist nicht als PEM-Zertifikat lesbar. Bitte eine andere wählen.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Renew it on the broker, or check this computer&apos;s clock.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen. Am Broker erneuern oder die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check this computer&apos;s clock.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht. Die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host. Connect by the name that is in it.</source>
        <translation>Das Zertifikat von %1 gehört zu einem anderen Rechner. Mit dem Namen verbinden, der darin steht.</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked. Renew it on the broker.</source>
        <translation>Das Zertifikat von %1 wurde zurückgezogen. Am Broker erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not acceptable (%2). Renew it on the broker.</source>
        <translation>Das Zertifikat von %1 ist nicht annehmbar (%2). Am Broker erneuern.</translation>
    </message>
    <message>
        <source>No secure connection to %1 is possible (%2). Check that the port is the broker&apos;s TLS port.</source>
        <translation>Keine sichere Verbindung zu %1 möglich (%2). Prüfen, ob es der TLS-Port des Brokers ist.</translation>
    </message>
    <message>
        <source>The broker at %1 does not speak MQTT 5. Choose MQTT 3.1.1 for this connection.</source>
        <translation>Der Broker an %1 spricht kein MQTT 5. Für diese Verbindung MQTT 3.1.1 wählen.</translation>
    </message>
    <message>
        <source>The broker at %1 does not speak MQTT 3.1.1. Choose MQTT 5 for this connection.</source>
        <translation>Der Broker an %1 spricht kein MQTT 3.1.1. Für diese Verbindung MQTT 5 wählen.</translation>
    </message>
    <message>
        <source>The broker at %1 refused the client id. Give this connection another one.</source>
        <translation>Der Broker an %1 hat die Client-ID abgelehnt. Dieser Verbindung eine andere geben.</translation>
    </message>
    <message>
        <source>The broker at %1 is too busy to take the connection. Wait a little.</source>
        <translation>Der Broker an %1 ist überlastet und nimmt keine Verbindung an. Etwas warten.</translation>
    </message>
    <message>
        <source>The broker at %1 refused the user name or password. Check both in Connections.</source>
        <translation>Der Broker an %1 hat Benutzernamen oder Passwort abgelehnt. Beides unter Verbindungen prüfen.</translation>
    </message>
    <message>
        <source>The broker at %1 wants a login. Set user name and password in Connections.</source>
        <translation>Der Broker an %1 verlangt eine Anmeldung. Benutzernamen und Passwort unter Verbindungen angeben.</translation>
    </message>
    <message>
        <source>The broker at %1 does not let “%2” in. Check user name and password in Connections.</source>
        <translation>Der Broker an %1 lässt „%2“ nicht herein. Benutzernamen und Passwort unter Verbindungen prüfen.</translation>
    </message>
    <message>
        <source>The broker at %1 has banned this client. Ask the person who runs it.</source>
        <translation>Der Broker an %1 hat diesen Client gesperrt. Bei dessen Betreiber nachfragen.</translation>
    </message>
    <message>
        <source>The broker at %1 says that it has moved. Ask the person who runs it for the new address.</source>
        <translation>Der Broker an %1 ist nach eigener Auskunft umgezogen. Beim Betreiber nach der neuen Adresse fragen.</translation>
    </message>
    <message>
        <source>The broker at %1 refused the connection (reason %2). Ask the person who runs it.</source>
        <translation>Der Broker an %1 hat die Verbindung abgelehnt (Grund %2). Bei dessen Betreiber nachfragen.</translation>
    </message>
    <message>
        <source>Another client logged in to %1 with the same client id. Give this connection another one.</source>
        <translation>Ein anderer Client hat sich an %1 mit derselben Client-ID angemeldet. Dieser Verbindung eine andere geben.</translation>
    </message>
    <message>
        <source>The broker at %1 withdrew the permission to stay connected. Check the login in Connections.</source>
        <translation>Der Broker an %1 hat die Erlaubnis zur Verbindung entzogen. Anmeldung unter Verbindungen prüfen.</translation>
    </message>
    <message>
        <source>The broker at %1 is shutting down. Wait until it is back.</source>
        <translation>Der Broker an %1 wird beendet. Warten, bis er wieder da ist.</translation>
    </message>
    <message>
        <source>The broker at %1 ended the connection (reason %2). Look into its log.</source>
        <translation>Der Broker an %1 hat die Verbindung beendet (Grund %2). In dessen Protokoll nachsehen.</translation>
    </message>
    <message>
        <source>What answers at %1 does not keep to MQTT. Check the port.</source>
        <translation>Was an %1 antwortet, hält sich nicht an MQTT. Port prüfen.</translation>
    </message>
    <message>
        <source>Disconnected on request.</source>
        <translation>Auf Wunsch getrennt.</translation>
    </message>
    <message>
        <source>There is no connection to the broker at %1. Wait until it is back.</source>
        <translation>Es besteht keine Verbindung zum Broker an %1. Warten, bis er wieder da ist.</translation>
    </message>
    <message>
        <source>“%1” cannot be used as an MQTT topic here. Correct it.</source>
        <translation>„%1“ ist hier als MQTT-Topic nicht möglich. Bitte berichtigen.</translation>
    </message>
    <message>
        <source>The message to “%1” is larger than the broker takes. Make it shorter.</source>
        <translation>Die Nachricht an „%1“ ist größer, als der Broker annimmt. Bitte kürzen.</translation>
    </message>
    <message>
        <source>Too many messages wait for the broker at %1. Send more slowly.</source>
        <translation>Zu viele Nachrichten warten auf den Broker an %1. Langsamer senden.</translation>
    </message>
    <message>
        <source>The broker at %1 does not take messages of this QoS. Choose a lower one.</source>
        <translation>Der Broker an %1 nimmt Nachrichten mit diesem QoS nicht an. Einen niedrigeren wählen.</translation>
    </message>
    <message>
        <source>The broker at %1 does not allow this login to send there. Ask the person who runs it.</source>
        <translation>Der Broker an %1 erlaubt dieser Anmeldung nicht, dorthin zu senden. Bei dessen Betreiber nachfragen.</translation>
    </message>
    <message>
        <source>The broker at %1 refused the message (reason %2). Look into its log.</source>
        <translation>Der Broker an %1 hat die Nachricht abgelehnt (Grund %2). In dessen Protokoll nachsehen.</translation>
    </message>
    <message>
        <source>it hung up</source>
        <translation>er legte auf</translation>
    </message>
    <message>
        <source>%1 hung up before the login. Check that the port is the broker&apos;s TLS port, and whether it wants a certificate of yours.</source>
        <translation>%1 legte vor der Anmeldung auf. Prüfen Sie, ob der Port der TLS-Port des Brokers ist und ob er ein Zertifikat von Ihnen verlangt.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by an authority this computer trusts. Give the connection its CA file, or trust this one certificate.</source>
        <translation>Das Zertifikat von %1 wurde von keiner Stelle ausgestellt, der dieser Rechner vertraut. Geben Sie der Verbindung deren CA-Datei, oder vertrauen Sie diesem einen Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by the authority in “%2”. Check the CA file, or trust this one certificate.</source>
        <translation>Das Zertifikat von %1 wurde nicht von der Stelle in „%2“ ausgestellt. Prüfen Sie die CA-Datei, oder vertrauen Sie diesem einen Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the one this connection trusts. If the broker has a new one, compare the fingerprints and trust that one instead.</source>
        <translation>Das Zertifikat von %1 ist nicht das, dem diese Verbindung vertraut. Wenn der Broker ein neues hat, vergleichen Sie die Fingerabdrücke, und vertrauen Sie dann diesem.</translation>
    </message>
    <message>
        <source>The broker at %1 wants a certificate of yours. Give the connection one, with its key.</source>
        <translation>Der Broker bei %1 verlangt ein Zertifikat von Ihnen. Geben Sie der Verbindung eines mit seinem Schlüssel.</translation>
    </message>
    <message>
        <source>The broker at %1 does not accept the certificate in “%2” (%3). Choose one that it knows.</source>
        <translation>Der Broker bei %1 nimmt das Zertifikat in „%2“ nicht an (%3). Wählen Sie eines, das er kennt.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read as a PEM or PKCS#12 certificate. Choose another one.</source>
        <translation>Die Datei „%1“ ist nicht als PEM- oder PKCS#12-Zertifikat lesbar. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is no readable key in “%1”. Choose the key file of your certificate.</source>
        <translation>In „%1“ ist kein lesbarer Schlüssel. Wählen Sie die Schlüsseldatei Ihres Zertifikats.</translation>
    </message>
    <message>
        <source>The key in “%1” does not belong to the certificate in “%2”. Choose the right pair.</source>
        <translation>Der Schlüssel in „%1“ gehört nicht zum Zertifikat in „%2“. Wählen Sie das richtige Paar.</translation>
    </message>
    <message>
        <source>The key in “%1” is locked. Give its passphrase.</source>
        <translation>Der Schlüssel in „%1“ ist verschlossen. Geben Sie seine Passphrase ein.</translation>
    </message>
    <message>
        <source>The passphrase does not open the key in “%1”. Give the right one.</source>
        <translation>Die Passphrase öffnet den Schlüssel in „%1“ nicht. Geben Sie die richtige ein.</translation>
    </message>
    <message>
        <source>The broker at %1 does not speak TLS 1.3. Allow TLS 1.2 for this connection, or update the broker.</source>
        <translation>Der Broker bei %1 spricht kein TLS 1.3. Erlauben Sie TLS 1.2 für diese Verbindung, oder aktualisieren Sie den Broker.</translation>
    </message>
    <message>
        <source>The broker at %1 speaks no TLS that is still safe. Update the broker.</source>
        <translation>Der Broker bei %1 spricht kein TLS, das noch sicher ist. Aktualisieren Sie den Broker.</translation>
    </message>
    <message>
        <source>The broker at %1 knows none of the protocols %2. Check the ALPN setting of the connection.</source>
        <translation>Der Broker bei %1 kennt keines der Protokolle %2. Prüfen Sie die ALPN-Einstellung der Verbindung.</translation>
    </message>
    <message>
        <source>This Muster was built with Qt MQTT, which does not speak MQTT over WebSockets. Use mqtt:// or mqtts://.</source>
        <translation>Dieses Muster wurde mit Qt MQTT gebaut, das kein MQTT über WebSockets spricht. Verwenden Sie mqtt:// oder mqtts://.</translation>
    </message>
    <message>
        <source>The web server at %1 lets nobody in without a login of its own (%2). Ask the person who runs it.</source>
        <translation>Der Webserver unter %1 lässt ohne eigene Anmeldung niemanden ein (%2). Fragen Sie, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>The web server at %1 says that this is somewhere else (%2). Use the address that it leads to.</source>
        <translation>Der Webserver unter %1 sagt, dass dies anderswo ist (%2). Nehmen Sie die Adresse, auf die er verweist.</translation>
    </message>
    <message>
        <source>The web server at %1 does not reach its broker now (%2). Wait a little, or ask the person who runs it.</source>
        <translation>Der Webserver unter %1 erreicht seinen Broker gerade nicht (%2). Warten Sie ein wenig oder fragen Sie, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>There is no WebSocket at %1 (%2). Check the path of the address.</source>
        <translation>Unter %1 ist kein WebSocket (%2). Prüfen Sie den Pfad der Adresse.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WebSocket of a broker. Check the port and the path.</source>
        <translation>Was unter %1 antwortet, ist kein WebSocket eines Brokers. Prüfen Sie Port und Pfad.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>must have two hexadecimal digits for each byte behind “hex:”.</source>
        <translation>muss hinter „hex:“ zwei Hexadezimalziffern je Byte haben.</translation>
    </message>
    <message>
        <source>has “{value%1}”; use {value} in a text, {value:u16be} or another number format, or {value:text}, in bytes.</source>
        <translation>enthält „{value%1}“; möglich sind {value} in einem Text, {value:u16be} oder ein anderes Zahlenformat oder {value:text} in Bytes.</translation>
    </message>
    <message>
        <source>has {value}, but there is no argument.</source>
        <translation>enthält {value}, aber es gibt kein Argument.</translation>
    </message>
    <message>
        <source>lacks {value} for the argument.</source>
        <translation>braucht {value} für das Argument.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>has more than %1 elements.</source>
        <translation>hat mehr als %1 Elemente.</translation>
    </message>
    <message>
        <source>must be %1.</source>
        <translation>muss %1 sein.</translation>
    </message>
    <message>
        <source>is not known here. Known are: %1.</source>
        <translation>ist hier nicht bekannt. Bekannt sind: %1.</translation>
    </message>
    <message>
        <source>is not known here. Did you mean %1?</source>
        <translation>ist hier nicht bekannt. War %1 gemeint?</translation>
    </message>
    <message>
        <source>lacks %1.</source>
        <translation>braucht %1.</translation>
    </message>
    <message>
        <source>must not be empty.</source>
        <translation>darf nicht leer sein.</translation>
    </message>
    <message>
        <source>must hold texts alone.</source>
        <translation>darf nur Texte enthalten.</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2.</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein.</translation>
    </message>
    <message>
        <source>must be one character.</source>
        <translation>muss ein einzelnes Zeichen sein.</translation>
    </message>
    <message>
        <source>cannot be %1; it can be: %2.</source>
        <translation>kann nicht %1 sein; möglich sind: %2.</translation>
    </message>
    <message>
        <source>cannot be %1. Did you mean %2?</source>
        <translation>kann nicht %1 sein. War %2 gemeint?</translation>
    </message>
    <message>
        <source>Muster has no profile “%1”.</source>
        <translation>Muster hat kein Profil „%1“.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>needs a start or an end.</source>
        <translation>braucht einen Anfang oder ein Ende.</translation>
    </message>
    <message>
        <source>has more than 256 values.</source>
        <translation>hat mehr als 256 Werte.</translation>
    </message>
    <message>
        <source>is above the maximum.</source>
        <translation>liegt über dem Höchstwert.</translation>
    </message>
    <message>
        <source>reaches beyond the number&apos;s own bits.</source>
        <translation>reicht über die Bits der Zahl hinaus.</translation>
    </message>
    <message>
        <source>is longer than %1 bytes.</source>
        <translation>ist länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>must be above 0.</source>
        <translation>muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>must have two values, one for off and one for on.</source>
        <translation>muss zwei Werte haben, einen für aus und einen für ein.</translation>
    </message>
    <message>
        <source>must hold numbers, texts, true and false alone.</source>
        <translation>darf nur Zahlen, Texte, true und false enthalten.</translation>
    </message>
    <message>
        <source>has the key “%1” twice.</source>
        <translation>hat den Schlüssel „%1“ doppelt.</translation>
    </message>
    <message>
        <source>names the field “%1”, which is not among the fields.</source>
        <translation>nennt das Feld „%1“, das nicht unter den Feldern ist.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>A profile may have %1 KiB at most.</source>
        <translation>Ein Profil darf höchstens %1 KiB haben.</translation>
    </message>
    <message>
        <source>this is no valid JSON (%1).</source>
        <translation>das ist kein gültiges JSON (%1).</translation>
    </message>
    <message>
        <source>A profile is a JSON object; this is none.</source>
        <translation>Ein Profil ist ein JSON-Objekt; das hier ist keines.</translation>
    </message>
    <message>
        <source>The profile</source>
        <translation>Das Profil</translation>
    </message>
    <message>
        <source>Text lines</source>
        <translation>Textzeilen</translation>
    </message>
    <message>
        <source>Lines of names and values</source>
        <translation>Zeilen aus Namen und Werten</translation>
    </message>
    <message>
        <source>Lines of values</source>
        <translation>Zeilen aus Werten</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>NMEA 0183</source>
        <translation>NMEA 0183</translation>
    </message>
    <message>
        <source>Modbus bus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>Binary frames</source>
        <translation>Binäre Rahmen</translation>
    </message>
    <message>
        <source>%1 at %2 Bd</source>
        <translation>%1 mit %2 Bd</translation>
    </message>
    <message>
        <source>Example %1: %2 has no value and should be %3.</source>
        <translation>Beispiel %1: %2 hat keinen Wert und sollte %3 sein.</translation>
    </message>
    <message>
        <source>Example %1: %2 is %3 and should be %4.</source>
        <translation>Beispiel %1: %2 ist %3 und sollte %4 sein.</translation>
    </message>
    <message>
        <source>is no UUID, such as ffd5 or 0000ffd5-0000-1000-8000-00805f9b34fb.</source>
        <translation>ist keine UUID wie ffd5 oder 0000ffd5-0000-1000-8000-00805f9b34fb.</translation>
    </message>
    <message>
        <source>is no company identifier of four hexadecimal digits, such as 0499.</source>
        <translation>ist keine Firmenkennung aus vier Hexadezimalziffern wie 0499.</translation>
    </message>
    <message>
        <source>names no device: names, services or companies must say which ones are meant.</source>
        <translation>nennt kein Gerät: names, services oder companies müssen sagen, welche gemeint sind.</translation>
    </message>
    <message>
        <source>names more than 64 characteristics.</source>
        <translation>nennt mehr als 64 Merkmale.</translation>
    </message>
    <message>
        <source>is longer than %1 KiB.</source>
        <translation>ist länger als %1 KiB.</translation>
    </message>
    <message>
        <source>is “script”, but there is no script with a function decode(bytes).</source>
        <translation>ist „script“, aber es gibt kein Skript mit einer Funktion decode(bytes).</translation>
    </message>
    <message>
        <source>lacks “send”, and there is no script that makes its bytes.</source>
        <translation>hat kein „send“, und es gibt kein Skript, das seine Bytes macht.</translation>
    </message>
    <message>
        <source>is used by nothing: say &quot;decoder&quot;: &quot;script&quot;, or leave out “send” of a command.</source>
        <translation>wird von nichts benutzt: &quot;decoder&quot;: &quot;script&quot; schreiben oder bei einem Befehl „send“ weglassen.</translation>
    </message>
    <message>
        <source>must each say what to “send”: there are no scripts here.</source>
        <translation>müssen jeder sagen, was zu „senden“ ist (send): Skripte gibt es hier nicht.</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>A regular expression of this query takes too long; what it found may not be all. Simplify it.</source>
        <translation>Ein regulärer Ausdruck dieser Suche dauert zu lange; das Gefundene ist vielleicht nicht alles. Bitte vereinfachen.</translation>
    </message>
    <message>
        <source>The query is too long; it may have %1 characters.</source>
        <translation>Die Suche ist zu lang; sie darf %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>This parenthesis closes one that was never opened.</source>
        <translation>Diese Klammer schließt eine, die nie geöffnet wurde.</translation>
    </message>
    <message>
        <source>“%1” has no meaning here. Put quotation marks around a text that has it.</source>
        <translation>„%1“ hat hier keine Bedeutung. Einen Text, der es enthält, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>This is nested too deeply; %1 levels are possible.</source>
        <translation>Das ist zu tief verschachtelt; %1 Ebenen sind möglich.</translation>
    </message>
    <message>
        <source>OR needs a term behind it.</source>
        <translation>Hinter OR fehlt ein Ausdruck.</translation>
    </message>
    <message>
        <source>OR needs a term in front of it.</source>
        <translation>Vor OR fehlt ein Ausdruck.</translation>
    </message>
    <message>
        <source>AND needs a term in front of it.</source>
        <translation>Vor AND fehlt ein Ausdruck.</translation>
    </message>
    <message>
        <source>AND needs a term behind it.</source>
        <translation>Hinter AND fehlt ein Ausdruck.</translation>
    </message>
    <message>
        <source>%1 needs a term behind it.</source>
        <translation>Hinter %1 fehlt ein Ausdruck.</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>“%1” is looked for in names, addresses, models and tags.</source>
        <translation>„%1“ wird in Namen, Adressen, Modellen und Schlagwörtern gesucht.</translation>
    </message>
    <message>
        <source>No device has a metric “%1”.</source>
        <translation>Kein Gerät hat einen Messwert „%1“.</translation>
    </message>
    <message>
        <source>%1 Did you mean %2?</source>
        <translation>%1 Vielleicht %2?</translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation>Das Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A regular expression ends at its second slash. Write \/ for a slash inside, or quotation marks around a text with slashes.</source>
        <translation>Ein regulärer Ausdruck endet am zweiten Schrägstrich. Für einen Schrägstrich darin \/ schreiben, oder einen Text mit Schrägstrichen in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>The regular expression is not closed by a slash.</source>
        <translation>Der reguläre Ausdruck ist nicht mit einem Schrägstrich geschlossen.</translation>
    </message>
    <message>
        <source>These are too many terms; %1 are possible.</source>
        <translation>Das sind zu viele Ausdrücke; %1 sind möglich.</translation>
    </message>
    <message>
        <source>A comparison needs a field in front of it, such as battery&lt;20.</source>
        <translation>Ein Vergleich braucht ein Feld davor, etwa battery&lt;20.</translation>
    </message>
    <message>
        <source>A field name is missing in front of the colon.</source>
        <translation>Vor dem Doppelpunkt fehlt ein Feldname.</translation>
    </message>
    <message>
        <source>A range needs a field in front of it, such as battery:[10 TO 20].</source>
        <translation>Ein Bereich braucht ein Feld davor, etwa battery:[10 TO 20].</translation>
    </message>
    <message>
        <source>A field name has no wildcards.</source>
        <translation>Ein Feldname hat keine Platzhalter.</translation>
    </message>
    <message>
        <source>A value is missing behind “%1”.</source>
        <translation>Hinter „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks.</source>
        <translation>Zwischen diesen Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>This pattern is too long; it may have %1 characters.</source>
        <translation>Dieses Muster ist zu lang; es darf %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>“%1” is compared with &lt; or &gt;.</source>
        <translation>„%1“ wird mit &lt; oder &gt; verglichen.</translation>
    </message>
    <message>
        <source>“%1” can be %2, but not “%3”.</source>
        <translation>„%1“ kann %2 sein, aber nicht „%3“.</translation>
    </message>
    <message>
        <source>The regular expression is empty. Put quotation marks around a text that begins with a slash.</source>
        <translation>Der reguläre Ausdruck ist leer. Einen Text, der mit einem Schrägstrich beginnt, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>These are too many regular expressions; %1 are possible.</source>
        <translation>Das sind zu viele reguläre Ausdrücke; %1 sind möglich.</translation>
    </message>
    <message>
        <source>The regular expression is not valid: %1.</source>
        <translation>Der reguläre Ausdruck ist ungültig: %1.</translation>
    </message>
    <message>
        <source>“%1” is a number; a regular expression finds texts.</source>
        <translation>„%1“ ist eine Zahl; ein regulärer Ausdruck findet Texte.</translation>
    </message>
    <message>
        <source>A range is written as [10 TO 20].</source>
        <translation>Ein Bereich wird als [10 TO 20] geschrieben.</translation>
    </message>
    <message>
        <source>The range is not closed by ] or }.</source>
        <translation>Der Bereich ist nicht mit ] oder } geschlossen.</translation>
    </message>
    <message>
        <source>“%1” has no order: it cannot be compared with &lt; or &gt;, nor have a range.</source>
        <translation>„%1“ hat keine Ordnung: Es lässt sich nicht mit &lt; oder &gt; vergleichen und hat keinen Bereich.</translation>
    </message>
    <message>
        <source>“%1” is no duration such as 30s, 5m, 2h or 7d.</source>
        <translation>„%1“ ist keine Dauer wie 30s, 5m, 2h oder 7d.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>The range begins behind its end.</source>
        <translation>Der Bereich beginnt hinter seinem Ende.</translation>
    </message>
    <message>
        <source>sort: and limit: stand on their own, outside of parentheses, OR and NOT.</source>
        <translation>sort: und limit: stehen für sich, außerhalb von Klammern, OR und NOT.</translation>
    </message>
    <message>
        <source>sort: wants a field, such as sort:-battery.</source>
        <translation>sort: verlangt ein Feld, etwa sort:-battery.</translation>
    </message>
    <message>
        <source>These are too many fields to sort by; %1 are possible.</source>
        <translation>Das sind zu viele Felder zum Sortieren; %1 sind möglich.</translation>
    </message>
    <message>
        <source>limit: wants a whole number from 1 to %1.</source>
        <translation>limit: verlangt eine ganze Zahl von 1 bis %1.</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n were deleted.</source>
        <translation>
            <numerusform>%n wurde gelöscht.</numerusform>
            <numerusform>%n wurden gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scenes</name>
    <message>
        <source>A scene needs a name.</source>
        <translation>Eine Szene braucht einen Namen.</translation>
    </message>
    <message>
        <source>A scene needs a device and what it is to be set to.</source>
        <translation>Eine Szene braucht ein Gerät und worauf es gestellt werden soll.</translation>
    </message>
    <message>
        <source>A scene has at most 1000 values. Make two of it.</source>
        <translation>Eine Szene hat höchstens 1000 Werte. Machen Sie zwei daraus.</translation>
    </message>
    <message>
        <source>A value of a scene needs a device, a command, and on, off, a number or a text.</source>
        <translation>Ein Wert einer Szene braucht ein Gerät, einen Befehl und an, aus, eine Zahl oder einen Text.</translation>
    </message>
    <message>
        <source>“%1” of %2 stands twice in the scene.</source>
        <translation>„%1“ von %2 steht zweimal in der Szene.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>This must be on or off.</source>
        <translation>Das muss an oder aus sein.</translation>
    </message>
    <message>
        <source>This must be a number from %1 to %2.</source>
        <translation>Das muss eine Zahl von %1 bis %2 sein.</translation>
    </message>
    <message>
        <source>This must be one of: %1.</source>
        <translation>Das muss eines hiervon sein: %1.</translation>
    </message>
    <message>
        <source>This command takes no value.</source>
        <translation>Dieser Befehl nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>Dieser Text ist zu lang.</translation>
    </message>
    <message>
        <source>This is no scene: “scene” with its format, 1, is missing.</source>
        <translation>Das ist keine Szene: „scene“ mit ihrem Format, 1, fehlt.</translation>
    </message>
    <message>
        <source>This scene was written by a newer Muster.</source>
        <translation>Diese Szene hat ein neueres Muster geschrieben.</translation>
    </message>
    <message>
        <source>A scene has a “name”, which is a text, and a list “set”.</source>
        <translation>Eine Szene hat einen „name“, der ein Text ist, und eine Liste „set“.</translation>
    </message>
    <message>
        <source>Entry %1 of “set” needs a “device”, a “command” and a “value” that is true, false, a number or a text.</source>
        <translation>Eintrag %1 von „set“ braucht ein „device“, ein „command“ und einen „value“, der true, false, eine Zahl oder ein Text ist.</translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message>
        <source>“%1” is no minute: write 0 to 59, or * for every minute.</source>
        <translation>„%1“ ist keine Minute: 0 bis 59 schreiben, oder * für jede Minute.</translation>
    </message>
    <message>
        <source>“%1” is no hour: write 0 to 23, or * for every hour.</source>
        <translation>„%1“ ist keine Stunde: 0 bis 23 schreiben, oder * für jede Stunde.</translation>
    </message>
    <message>
        <source>“%1” is no day of the month: write 1 to 31, or * for every day.</source>
        <translation>„%1“ ist kein Tag des Monats: 1 bis 31 schreiben, oder * für jeden Tag.</translation>
    </message>
    <message>
        <source>“%1” is no month: write 1 to 12, jan to dec, or * for every month.</source>
        <translation>„%1“ ist kein Monat: 1 bis 12 oder jan bis dec schreiben, oder * für jeden Monat.</translation>
    </message>
    <message>
        <source>“%1” is no weekday: write mon to sun, 0 to 7 (0 and 7 are Sunday), or * for every weekday.</source>
        <translation>„%1“ ist kein Wochentag: mon bis sun oder 0 bis 7 schreiben (0 und 7 sind Sonntag), oder * für jeden Wochentag.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>the range %1 goes backwards. Write it as two, with a comma between them.</source>
        <translation>Der Bereich %1 läuft rückwärts. Als zwei schreiben, mit einem Komma dazwischen.</translation>
    </message>
    <message>
        <source>“%1” is no step: write a number from 1 on behind the /.</source>
        <translation>„%1“ ist keine Schrittweite: hinter dem / eine Zahl ab 1 schreiben.</translation>
    </message>
    <message>
        <source>a step of %1 never comes a second time in this field, which ends at %2. Choose an interval instead of cron.</source>
        <translation>Eine Schrittweite von %1 kommt in diesem Feld, das bei %2 endet, kein zweites Mal. Statt Cron einen Abstand wählen.</translation>
    </message>
    <message>
        <source>A cron line has at most %1 characters.</source>
        <translation>Eine Cron-Zeile hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” is not known: write @hourly, @daily, @weekly, @monthly, @yearly, or five fields.</source>
        <translation>„%1“ ist unbekannt: @hourly, @daily, @weekly, @monthly, @yearly oder fünf Felder schreiben.</translation>
    </message>
    <message>
        <source>a cron line has five fields (minute, hour, day of the month, month, weekday), this one has %1. Example: 30 6 * * mon-fri</source>
        <translation>Eine Cron-Zeile hat fünf Felder (Minute, Stunde, Tag des Monats, Monat, Wochentag), diese hat %1. Beispiel: 30 6 * * mon-fri</translation>
    </message>
    <message>
        <source>this day does not come in these months.</source>
        <translation>Diesen Tag gibt es in diesen Monaten nicht.</translation>
    </message>
    <message>
        <source>The week has no block. Draw one on a day.</source>
        <translation>Die Woche hat keinen Block. An einem Tag einen aufziehen.</translation>
    </message>
    <message>
        <source>The week has more than %1 blocks. Join some of them.</source>
        <translation>Die Woche hat mehr als %1 Blöcke. Einige davon verbinden.</translation>
    </message>
    <message>
        <source>The value between the blocks is no number.</source>
        <translation>Der Wert zwischen den Blöcken ist keine Zahl.</translation>
    </message>
    <message>
        <source>A block of the week must lie within one day, end after it begins and have a number as its value.</source>
        <translation>Ein Block der Woche muss in einem Tag liegen, nach seinem Anfang enden und eine Zahl als Wert haben.</translation>
    </message>
    <message>
        <source>Two blocks of the same day lie over each other. Shorten or delete one.</source>
        <translation>Zwei Blöcke desselben Tages liegen übereinander. Einen kürzen oder löschen.</translation>
    </message>
    <message>
        <source>The value never changes in this week. Give the blocks another value than the time between them.</source>
        <translation>Der Wert ändert sich in dieser Woche nie. Den Blöcken einen anderen Wert geben als der Zeit dazwischen.</translation>
    </message>
    <message>
        <source>No weekday is chosen. Choose at least one.</source>
        <translation>Es ist kein Wochentag gewählt. Mindestens einen wählen.</translation>
    </message>
    <message>
        <source>An interval is between one second and 366 days, in whole seconds.</source>
        <translation>Ein Abstand liegt zwischen einer Sekunde und 366 Tagen, in ganzen Sekunden.</translation>
    </message>
    <message>
        <source>The interval counts from a date that cannot be used. Choose one after 1970.</source>
        <translation>Der Abstand zählt ab einem Datum, das nicht geht. Eines nach 1970 wählen.</translation>
    </message>
    <message>
        <source>Give at least one time of the day, and at most %1.</source>
        <translation>Mindestens eine Uhrzeit angeben, und höchstens %1.</translation>
    </message>
    <message>
        <source>A time of the day lies between 00:00 and 23:59:59.</source>
        <translation>Eine Uhrzeit liegt zwischen 00:00 und 23:59:59.</translation>
    </message>
    <message>
        <source>The offset from sunrise or sunset is at most twelve hours.</source>
        <translation>Der Abstand zum Sonnenauf- oder -untergang beträgt höchstens zwölf Stunden.</translation>
    </message>
    <message>
        <source>“%1” is no weekday: write mon, tue, wed, thu, fri, sat or sun.</source>
        <translation>„%1“ ist kein Wochentag: mon, tue, wed, thu, fri, sat oder sun schreiben.</translation>
    </message>
    <message>
        <source>“%1” is no time of the day: write it like 06:30.</source>
        <translation>„%1“ ist keine Uhrzeit: wie 06:30 schreiben.</translation>
    </message>
    <message>
        <source>A block of the week needs a day, from, to and a value, such as {&quot;day&quot;: &quot;mon&quot;, &quot;from&quot;: &quot;06:00&quot;, &quot;to&quot;: &quot;08:00&quot;, &quot;value&quot;: 21}.</source>
        <translation>Ein Block der Woche braucht Tag, Anfang, Ende und einen Wert, etwa {&quot;day&quot;: &quot;mon&quot;, &quot;from&quot;: &quot;06:00&quot;, &quot;to&quot;: &quot;08:00&quot;, &quot;value&quot;: 21}.</translation>
    </message>
    <message>
        <source>An interval needs “every”, a number of seconds.</source>
        <translation>Ein Abstand braucht „every“, eine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>This schedule was written by a newer Muster.</source>
        <translation>Dieser Zeitplan wurde von einem neueren Muster geschrieben.</translation>
    </message>
    <message>
        <source>A schedule needs a “kind”: cron, interval, daily, sun or week.</source>
        <translation>Ein Zeitplan braucht ein „kind“: cron, interval, daily, sun oder week.</translation>
    </message>
    <message>
        <source>“event” is sunrise, sunset, dawn or dusk, and “offset” a number of seconds.</source>
        <translation>„event“ ist sunrise, sunset, dawn oder dusk, und „offset“ eine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>Sunrise and sunset need the place of this site. Enter its latitude and longitude in the settings first.</source>
        <translation>Sonnenauf- und -untergang brauchen den Standort. Geben Sie erst Breite und Länge in den Einstellungen an.</translation>
    </message>
    <message>
        <source>“missed” is run, skip, ask or all.</source>
        <translation>„missed“ ist run, skip, ask oder all.</translation>
    </message>
</context>
<context>
    <name>muster</name>
    <message>
        <source>Fleet manager for M2M and IoT devices: see, plot, command and keep what every device reports.</source>
        <translation>Verwaltung für M2M- und IoT-Geräte: sehen, zeichnen, steuern und behalten, was jedes Gerät meldet.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Start with a made-up fleet of 40 devices; nothing is kept.</source>
        <translation>Mit einer erfundenen Flotte von 40 Geräten starten; nichts wird behalten.</translation>
    </message>
    <message>
        <source>Keep the fleet and the settings in this folder.</source>
        <translation>Flotte und Einstellungen in diesem Ordner ablegen.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Language of the window: en or de.</source>
        <translation>Sprache des Fensters: en oder de.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Look of the window: light or dark.</source>
        <translation>Aussehen des Fensters: light (hell) oder dark (dunkel).</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Write a picture of the window to this file, then quit.</source>
        <translation>Ein Bild des Fensters in diese Datei schreiben, dann beenden.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>How long to wait before the picture, in seconds.</source>
        <translation>Wie lange vor dem Bild gewartet wird, in Sekunden.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>--theme takes light or dark, not “%1”.</source>
        <translation>--theme verlangt light oder dark, nicht „%1“.</translation>
    </message>
    <message>
        <source>--after takes a number of seconds from 0 to 3600, not “%1”.</source>
        <translation>--after verlangt eine Zahl von Sekunden von 0 bis 3600, nicht „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) in the fleet</source>
        <translation>
            <numerusform>%n Gerät in der Flotte</numerusform>
            <numerusform>%n Geräte in der Flotte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm rule(s)</source>
        <translation>
            <numerusform>%n Alarmregel</numerusform>
            <numerusform>%n Alarmregeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Muster %1 runs without a window: %2.</source>
        <translation>Muster %1 läuft ohne Fenster: %2.</translation>
    </message>
    <message>
        <source>Everything is saved. Goodbye.</source>
        <translation>Alles ist gesichert. Bis bald.</translation>
    </message>
    <message>
        <source>Run without a window and without a display, until SIGTERM or Ctrl-C; what happens is written to standard error.</source>
        <translation>Ohne Fenster und ohne Bildschirm laufen, bis SIGTERM oder Strg-C; was geschieht, steht auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>--screenshot needs a window, which --headless does not have. Leave one of them out.</source>
        <translation>--screenshot braucht ein Fenster, das es mit --headless nicht gibt. Eines von beiden weglassen.</translation>
    </message>
    <message>
        <source>%1 is opened by the window, which --headless does not have. Open it there once; its connections are kept.</source>
        <translation>%1 öffnet das Fenster, das es mit --headless nicht gibt. Dort einmal öffnen; die Verbindungen daraus bleiben.</translation>
    </message>
    <message>
        <source>Connections to open, such as mqtt://broker.local, mqtts://ada@broker.local:8883, wss://broker.example/mqtt or /dev/ttyUSB0, or .muster files.</source>
        <translation>Zu öffnende Verbindungen, etwa mqtt://broker.local, mqtts://ada@broker.local:8883, wss://broker.example/mqtt oder /dev/ttyUSB0, oder .muster-Dateien.</translation>
    </message>
    <message>
        <source>Read passwords from files of this folder, which nobody else may have access to; Muster says which file it wants.</source>
        <translation>Passwörter aus Dateien dieses Ordners lesen, auf den sonst niemand Zugriff haben darf; Muster sagt, welche Datei es braucht.</translation>
    </message>
    <message>
        <source>Set off the automations that wait for this name, in the Muster that runs on the same folder, then quit.</source>
        <translation>Die Automationen auslösen, die auf diesen Namen warten, im Muster, das auf demselben Ordner läuft; dann enden.</translation>
    </message>
    <message>
        <source>--tell takes a name of at most 100 characters.</source>
        <translation>--tell nimmt einen Namen mit höchstens 100 Zeichen.</translation>
    </message>
    <message>
        <source>--tell is for a Muster that runs already. Leave out --demo, --headless and endpoints, or start Muster first.</source>
        <translation>--tell ist für ein Muster, das schon läuft. Lassen Sie --demo, --headless und Endpunkte weg, oder starten Sie Muster zuerst.</translation>
    </message>
</context>
<context>
    <name>muster::AboutDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>About Muster</source>
        <translation>Über Muster</translation>
    </message>
    <message>
        <source>Muster %1</source>
        <translation>Muster %1</translation>
    </message>
    <message>
        <source>Fleet manager for M2M and IoT devices</source>
        <translation>Verwaltung für M2M- und IoT-Geräte</translation>
    </message>
    <message>
        <source>Made with %1.</source>
        <translation>Gemacht mit %1.</translation>
    </message>
    <message>
        <source>Icons from Tabler Icons, MIT licence.</source>
        <translation>Symbole aus Tabler Icons, MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>muster::AddressBar</name>
    <message>
        <source>“%1” tells %2, but the whole of that address is not known here. Enter it.</source>
        <translation>„%1“ benachrichtigt %2, aber die ganze Adresse ist hier nicht bekannt. Geben Sie sie ein.</translation>
    </message>
    <message>
        <source>Web address for %1</source>
        <translation>Webadresse für %1</translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation>Im Schlüsselbund merken</translation>
    </message>
    <message>
        <source>No keychain: asked at each start</source>
        <translation>Kein Schlüsselbund: wird bei jedem Start erfragt</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Not now (Esc)</source>
        <translation>Nicht jetzt (Esc)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>muster::AlarmDialog</name>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>Obere Grenze</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>This alarm is on</source>
        <translation>Dieser Alarm ist eingeschaltet</translation>
    </message>
    <message>
        <source>Deadband</source>
        <translation>Hysterese</translation>
    </message>
    <message>
        <source>Delay until it is over</source>
        <translation>Verzögerung, bis er vorbei ist</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Edit alarm</source>
        <translation>Alarm bearbeiten</translation>
    </message>
    <message>
        <source>New alarm</source>
        <translation>Neuer Alarm</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Of which devices</source>
        <translation>Welcher Geräte</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Create alarm</source>
        <translation>Alarm anlegen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>equal to</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>raise an alarm</source>
        <translation>Alarm auslösen</translation>
    </message>
    <message>
        <source>Values in a row</source>
        <translation>Werte hintereinander</translation>
    </message>
    <message>
        <source>So many values in a row must say so</source>
        <translation>So viele Werte hintereinander müssen es sagen</translation>
    </message>
    <message>
        <source>How far a value must come back behind the limit for the alarm to be over</source>
        <translation>Wie weit ein Wert hinter die Grenze zurückkommen muss, damit der Alarm vorbei ist</translation>
    </message>
    <message>
        <source>Over after</source>
        <translation>Vorbei nach</translation>
    </message>
    <message>
        <source>When no value arrives</source>
        <translation>Wenn kein Wert kommt</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>so lassen, wie es ist</translation>
    </message>
    <message>
        <source>raise the alarm after</source>
        <translation>Alarm auslösen nach</translation>
    </message>
    <message>
        <source>the alarm is over after</source>
        <translation>Alarm ist vorbei nach</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>every device that fits</source>
        <translation>jedem Gerät, das passt</translation>
    </message>
    <message>
        <source>Looking at the last 7 days…</source>
        <translation>Die letzten 7 Tage werden angesehen …</translation>
    </message>
    <message>
        <source>No device has this metric now.</source>
        <translation>Kein Gerät hat derzeit diese Messgröße.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n time(s)</source>
        <translation>
            <numerusform>etwa %n-mal</numerusform>
            <numerusform>etwa %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Over the last 7 days it would have fired %1 on %2.</source>
        <comment>times, devices</comment>
        <translation>In den letzten 7 Tagen hätte er %1 ausgelöst (%2).</translation>
    </message>
    <message>
        <source>%1 More devices fit; these are the first.</source>
        <translation>%1 Es passen mehr Geräte; dies sind die ersten.</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>A search: group:Hall</source>
        <translation>Eine Suche: group:Halle</translation>
    </message>
    <message>
        <source>every device</source>
        <translation>jedem Gerät</translation>
    </message>
    <message>
        <source>“Every device that fits” needs a search: write which ones, name:* for all.</source>
        <translation>„Jedem Gerät, das passt“ braucht eine Suche: Schreiben Sie, welchen; name:* für alle.</translation>
    </message>
    <message>
        <source>How often it would have fired is not known: of the metric that is the limit there are no recorded values, or too many to compare one by one.</source>
        <translation>Wie oft er ausgelöst hätte, ist nicht bekannt: Von der Messgröße, die die Grenze ist, gibt es keine aufgezeichneten Werte oder zu viele, um sie einzeln zu vergleichen.</translation>
    </message>
    <message>
        <source>Before %1 there was no limit.</source>
        <translation>Vor %1 gab es keine Grenze.</translation>
    </message>
    <message>
        <source>Tell again after</source>
        <translation>Erneut melden nach</translation>
    </message>
    <message>
        <source>Pages of the alarm</source>
        <translation>Seiten des Alarms</translation>
    </message>
    <message>
        <source>What then</source>
        <translation>Was dann</translation>
    </message>
    <message>
        <source>Metric that is the limit</source>
        <translation>Messgröße, die die Grenze ist</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>nichts weiter</translation>
    </message>
    <message>
        <source>Another metric, such as a setpoint, whose latest value the number is added to</source>
        <translation>Eine andere Messgröße, etwa ein Sollwert, zu deren letztem Wert die Zahl hinzukommt</translation>
    </message>
    <message>
        <source>the same device</source>
        <translation>demselben Gerät</translation>
    </message>
    <message>
        <source>plus the value of</source>
        <translation>plus dem Wert von</translation>
    </message>
    <message>
        <source>It counts</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation>Erneut melden</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>until somebody acknowledges it, every</source>
        <translation>bis ihn jemand quittiert, alle</translation>
    </message>
    <message>
        <source>Web address that is told</source>
        <translation>Webadresse, der gemeldet wird</translation>
    </message>
    <message>
        <source>Tell the web address</source>
        <translation>Der Webadresse melden</translation>
    </message>
    <message>
        <source>E-mail address that is told</source>
        <translation>E-Mail-Adresse, die benachrichtigt wird</translation>
    </message>
    <message>
        <source>Gets an e-mail when it is raised, over, or told again. The mail server is named in the settings, under E-mail.</source>
        <translation>Bekommt eine E-Mail, wenn er ausgelöst wird, vorbei ist oder erneut gemeldet wird. Der Mailserver steht in den Einstellungen, unter E-Mail.</translation>
    </message>
    <message>
        <source>E-mail to</source>
        <translation>E-Mail an</translation>
    </message>
    <message>
        <source>Gets an HTTP POST with JSON when it is raised, over, or told again. What stands behind the host may be a secret: it is kept in the keychain, not with the alarm.</source>
        <translation>Erhält ein HTTP-POST mit JSON, wenn er auftritt, vorbei ist oder erneut gemeldet wird. Was hinter dem Rechnernamen steht, kann geheim sein: Es liegt im Schlüsselbund, nicht beim Alarm.</translation>
    </message>
    <message>
        <source>Automations raise the alarm “%1” and say when it is over and how grave it is.</source>
        <translation>Automationen lösen den Alarm „%1“ aus und sagen, wann er vorbei und wie schwer er ist.</translation>
    </message>
</context>
<context>
    <name>muster::AlarmModel</name>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>muster::AlarmPosts</name>
    <message>
        <source>%1: %2</source>
        <comment>device, alarm</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4, %5 (%6)</source>
        <comment>time, what happened, device, alarm, value, severity</comment>
        <translation>%1 %2: %3, %4, %5 (%6)</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of alarms</source>
        <translation>
            <numerusform>%n Änderung bei Alarmen</numerusform>
            <numerusform>%n Änderungen bei Alarmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 What became of alarms was not told there.</source>
        <translation>%1 Was aus Alarmen wurde, wurde dort nicht gemeldet.</translation>
    </message>
</context>
<context>
    <name>muster::AlarmRulesDialog</name>
    <message>
        <source>all of the fleet</source>
        <translation>die ganze Flotte</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>metric, condition</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The clipboard holds no alarm. Copy one as JSON first.</source>
        <translation>Die Zwischenablage enthält keinen Alarm. Kopieren Sie erst einen als JSON.</translation>
    </message>
    <message>
        <source>Alarm rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>New alarm…</source>
        <translation>Neuer Alarm …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Tell of new alarms on the desktop, too, from severity Warning</source>
        <translation>Neue Alarme ab „Warnung“ auch auf dem Desktop melden</translation>
    </message>
    <message>
        <source>No alarm rules yet.</source>
        <translation>Noch keine Alarmregeln.</translation>
    </message>
    <message>
        <source>An alarm watches a metric and tells when it is out of bounds or silent.</source>
        <translation>Ein Alarm überwacht eine Messgröße und meldet, wenn sie außerhalb der Grenzen ist oder schweigt.</translation>
    </message>
</context>
<context>
    <name>muster::AlarmView</name>
    <message>
        <source>New alarm…</source>
        <translation>Neuer Alarm …</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Log of the alarms</source>
        <translation>Protokoll der Alarme</translation>
    </message>
    <message>
        <source>Which alarms</source>
        <translation>Welche Alarme</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Nicht quittiert</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Acknowledge what is selected (A; with a comment: Shift+A)</source>
        <translation>Ausgewähltes quittieren (A; mit Bemerkung: Umschalt+A)</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Put what is selected out of sight for a while (S: one hour)</source>
        <translation>Ausgewähltes eine Weile ausblenden (S: eine Stunde)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Regeln …</translation>
    </message>
    <message>
        <source>For 15 minutes</source>
        <translation>Für 15 Minuten</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation>Für 8 Stunden</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Für einen Tag</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Für eine Woche</translation>
    </message>
    <message>
        <source>Back from the shelf</source>
        <translation>Nicht mehr zurückstellen</translation>
    </message>
    <message>
        <source>Acknowledge with comment…</source>
        <translation>Mit Bemerkung quittieren …</translation>
    </message>
    <message>
        <source>Shelve for an hour</source>
        <translation>Eine Stunde zurückstellen</translation>
    </message>
    <message>
        <source>What is being done about it?</source>
        <translation>Was wird dagegen getan?</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>severity, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show or hide the alarms of this severity</source>
        <translation>Alarme dieser Schwere zeigen oder verbergen</translation>
    </message>
    <message>
        <source>No alarms yet.</source>
        <translation>Noch keine Alarme.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>No alarm fits these filters.</source>
        <translation>Zu diesen Filtern passt kein Alarm.</translation>
    </message>
    <message>
        <source>Alarms that are over and acknowledged are in the log.</source>
        <translation>Alarme, die vorbei und quittiert sind, stehen im Protokoll.</translation>
    </message>
    <message>
        <source>a deleted alarm</source>
        <translation>ein gelöschter Alarm</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>device, alarm</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Show the device</source>
        <translation>Gerät zeigen</translation>
    </message>
    <message>
        <source>Edit the alarm…</source>
        <translation>Alarm bearbeiten …</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>device, severity</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>Er ist vorbei</translation>
    </message>
    <message>
        <source>By a person.</source>
        <translation>Von Hand.</translation>
    </message>
    <message>
        <source>An alarm watches a metric and tells when it is out of bounds, stays so, or falls silent. A right click on a metric makes one, too; an automation can raise one.</source>
        <translation>Ein Alarm beobachtet eine Messgröße und meldet, wenn sie Grenzen verlässt, so bleibt oder verstummt. Auch ein Rechtsklick auf eine Messgröße legt einen an; eine Automation kann einen auslösen.</translation>
    </message>
</context>
<context>
    <name>muster::Alarms</name>
    <message>
        <source>There are %1 alarm rules already. Delete one first.</source>
        <translation>Es gibt schon %1 Alarmregeln. Löschen Sie erst eine.</translation>
    </message>
    <message>
        <source>This alarm was deleted meanwhile.</source>
        <translation>Dieser Alarm wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Its rule was deleted.</source>
        <translation>Seine Regel wurde gelöscht.</translation>
    </message>
    <message>
        <source>Its rule watches it no longer.</source>
        <translation>Seine Regel beobachtet ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Its time on the shelf is over.</source>
        <translation>Die Zeit der Zurückstellung ist um.</translation>
    </message>
    <message>
        <source>The device is not in the fleet, so there can be no alarm about it.</source>
        <translation>Das Gerät ist nicht in der Flotte, also kann es keinen Alarm dazu geben.</translation>
    </message>
    <message>
        <source>There are %1 alarms already. Acknowledge some that are over first.</source>
        <translation>Es gibt schon %1 Alarme. Quittieren Sie zuerst einige, die vorbei sind.</translation>
    </message>
</context>
<context>
    <name>muster::Application</name>
    <message>
        <source>The picture %1 could not be written.
</source>
        <translation>Das Bild %1 konnte nicht geschrieben werden.
</translation>
    </message>
    <message>
        <source>The backup was restored. What was here before is kept in %1.</source>
        <translation>Die Sicherung ist wiederhergestellt. Was vorher hier war, liegt in %1.</translation>
    </message>
    <message>
        <source>Muster needs a display and finds none (DISPLAY and WAYLAND_DISPLAY are not set). Start it from a desktop session, through “ssh -X”, or on a virtual display: xvfb-run -a muster --demo. To run it without a window: muster --headless
</source>
        <translation>Muster braucht einen Bildschirm und findet keinen (DISPLAY und WAYLAND_DISPLAY sind nicht gesetzt). Aus einer Desktop-Sitzung starten, über „ssh -X“ oder auf einem virtuellen Bildschirm: xvfb-run -a muster --demo. Ohne Fenster läuft es mit: muster --headless
</translation>
    </message>
</context>
<context>
    <name>muster::ArchiveDesk</name>
    <message>
        <source>Import a table</source>
        <translation>Tabelle importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Back up everything</source>
        <translation>Alles sichern</translation>
    </message>
    <message>
        <source>Backups (*.musterbackup)</source>
        <translation>Sicherungen (*.musterbackup)</translation>
    </message>
    <message>
        <source>Muster %1</source>
        <translation>Muster %1</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Everything is being written to %1: fleet, history, connections and settings, but no passwords. Recording goes on.</source>
        <translation>Alles wird nach %1 geschrieben: Flotte, Verlauf, Verbindungen und Einstellungen, aber keine Passwörter. Die Aufzeichnung läuft weiter.</translation>
    </message>
    <message>
        <source>The backup is complete: %1 in %2.</source>
        <translation>Die Sicherung ist vollständig: %1 in %2.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Backups (*.musterbackup);;All files (*)</source>
        <translation>Sicherungen (*.musterbackup);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Make everything as it was when this backup was made?</source>
        <translation>Soll alles so werden, wie es bei dieser Sicherung war?</translation>
    </message>
    <message>
        <source>Fleet, history, connections and settings come from %1 at the next start. What is here now is kept in a folder beside it.</source>
        <translation>Flotte, Verlauf, Verbindungen und Einstellungen kommen beim nächsten Start aus %1. Was jetzt hier ist, bleibt in einem Ordner daneben.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is being checked and copied.</source>
        <translation>%1 wird geprüft und kopiert.</translation>
    </message>
    <message>
        <source>The backup is ready. Quit Muster and start it again: then everything is as it was when the backup was made.</source>
        <translation>Die Sicherung liegt bereit. Beenden Sie Muster und starten Sie es neu: Dann ist alles so wie bei der Sicherung.</translation>
    </message>
</context>
<context>
    <name>muster::Archiving</name>
    <message>
        <source>Nothing is being recorded, so there is nothing to compact. See the messages for the reason.</source>
        <translation>Es wird nichts aufgezeichnet, also gibt es nichts zu verdichten. Den Grund nennen die Meldungen.</translation>
    </message>
    <message>
        <source>There is no room for more devices or metrics. Remove some from the fleet first.</source>
        <translation>Für weitere Geräte oder Messgrößen ist kein Platz. Entfernen Sie zuerst welche aus der Flotte.</translation>
    </message>
    <message>
        <source>The backup could not be put into %1, so everything is as before. Check that the folder can be written and has room.</source>
        <translation>Die Sicherung konnte nicht nach %1 gebracht werden, also ist alles wie zuvor. Prüfen Sie, ob der Ordner beschreibbar ist und Platz hat.</translation>
    </message>
</context>
<context>
    <name>muster::AutomationEditor</name>
    <message>
        <source>This automation is on</source>
        <translation>Diese Automation ist an</translation>
    </message>
    <message>
        <source>Pause before a command is repeated</source>
        <translation>Pause, bevor ein Befehl wiederholt wird</translation>
    </message>
    <message>
        <source>Go on after a step that failed</source>
        <translation>Nach einem fehlgeschlagenen Schritt weitermachen</translation>
    </message>
    <message>
        <source>May send dangerous commands without asking</source>
        <translation>Darf gefährliche Befehle senden, ohne zu fragen</translation>
    </message>
    <message>
        <source>Edit automation</source>
        <translation>Automation bearbeiten</translation>
    </message>
    <message>
        <source>New automation</source>
        <translation>Neue Automation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Or when…</source>
        <translation>Oder wenn …</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Falls</translation>
    </message>
    <message>
        <source>Only if…</source>
        <translation>Nur falls …</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Then…</source>
        <translation>Dann …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Create automation</source>
        <translation>Automation anlegen</translation>
    </message>
    <message>
        <source>Set off again while it runs</source>
        <translation>Erneut ausgelöst, während sie läuft</translation>
    </message>
    <message>
        <source>let it finish</source>
        <translation>zu Ende laufen lassen</translation>
    </message>
    <message>
        <source>start anew</source>
        <translation>neu beginnen</translation>
    </message>
    <message>
        <source>run again afterwards</source>
        <translation>danach noch einmal</translation>
    </message>
    <message>
        <source>run beside it</source>
        <translation>daneben laufen</translation>
    </message>
    <message>
        <source>Runs at most</source>
        <translation>Läuft höchstens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>How often a failed command is repeated</source>
        <translation>Wie oft ein fehlgeschlagener Befehl wiederholt wird</translation>
    </message>
    <message>
        <source> times</source>
        <translation>-mal</translation>
    </message>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>each after</source>
        <translation>jeweils nach</translation>
    </message>
    <message>
        <source>Repeat a command that failed</source>
        <translation>Fehlgeschlagenen Befehl wiederholen</translation>
    </message>
    <message>
        <source>What came due while Muster was not running</source>
        <translation>Was fällig wurde, während Muster nicht lief</translation>
    </message>
    <message>
        <source>do it late</source>
        <translation>nachholen</translation>
    </message>
    <message>
        <source>skip it</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>Came due while Muster was not running</source>
        <translation>Fällig geworden, während Muster nicht lief</translation>
    </message>
    <message>
        <source>Try on the past…</source>
        <translation>An der Vergangenheit erproben …</translation>
    </message>
    <message>
        <source>When it would have been set off lately, and what it would have done. Nothing is sent.</source>
        <translation>Wann sie in letzter Zeit ausgelöst worden wäre und was sie getan hätte. Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>“Every device that fits” needs a search: write which ones, name:* for all.</source>
        <translation>„Jedem Gerät, das passt“ braucht eine Suche: Schreiben Sie, welchen; name:* für alle.</translation>
    </message>
    <message>
        <source>for each device by itself</source>
        <translation>für jedes Gerät für sich</translation>
    </message>
    <message>
        <source>Runs that another device set off are not in the way</source>
        <translation>Läufe, die ein anderes Gerät ausgelöst hat, sind nicht im Weg</translation>
    </message>
</context>
<context>
    <name>muster::AutomationWindow</name>
    <message>
        <source>Automations</source>
        <translation>Automationen</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automation</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>New automation</source>
        <translation>Neue Automation</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>From scratch…</source>
        <translation>Von vorn …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Choose an automation to see its last runs.</source>
        <translation>Wählen Sie eine Automation, um ihre letzten Läufe zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s) in a row</source>
        <translation>
            <numerusform>%1, %n Mal</numerusform>
            <numerusform>%1, %n Mal hintereinander</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no automation. Copy one as JSON first.</source>
        <translation>In der Zwischenablage ist keine Automation. Kopieren Sie zuerst eine als JSON.</translation>
    </message>
    <message>
        <source>Week plan…</source>
        <translation>Wochenplan…</translation>
    </message>
    <message>
        <source>%1 Next: %2.</source>
        <comment>sentence, moment</comment>
        <translation>%1 Nächstes Mal: %2.</translation>
    </message>
    <message>
        <source>It will never be time again.</source>
        <translation>Es wird nie wieder Zeit dafür.</translation>
    </message>
    <message>
        <source>No automations yet.</source>
        <translation>Noch keine Automationen.</translation>
    </message>
    <message>
        <source>They do something when a value crosses a limit, it is time, a device goes offline or an alarm is raised.</source>
        <translation>Sie tun etwas, wenn ein Wert eine Grenze überschreitet, es Zeit ist, ein Gerät verschwindet oder ein Alarm auftritt.</translation>
    </message>
</context>
<context>
    <name>muster::Automations</name>
    <message>
        <source>There are %1 automations already. Delete one first.</source>
        <translation>Es gibt schon %1 Automationen. Löschen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>This automation was deleted meanwhile.</source>
        <translation>Diese Automation wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>The automation was changed.</source>
        <translation>Die Automation wurde geändert.</translation>
    </message>
    <message>
        <source>“%1” sets itself off again and again. It was stopped; change it, then switch it on again.</source>
        <translation>„%1“ löst sich immer wieder selbst aus. Sie wurde angehalten; ändern Sie sie und schalten Sie sie dann wieder ein.</translation>
    </message>
    <message>
        <source>“%1” sets itself off again and again, by way of: %2. It was stopped; change it, then switch it on again.</source>
        <translation>„%1“ löst sich immer wieder selbst aus, auf dem Weg über: %2. Sie wurde angehalten; ändern Sie sie und schalten Sie sie dann wieder ein.</translation>
    </message>
    <message>
        <source>It was set off again and started anew.</source>
        <translation>Sie wurde erneut ausgelöst und begann von vorn.</translation>
    </message>
    <message>
        <source>It was running already.</source>
        <translation>Sie lief schon.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were under way already.</source>
        <translation>
            <numerusform>%n Lauf war schon unterwegs.</numerusform>
            <numerusform>%n Läufe waren schon unterwegs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Waiting for %1.</source>
        <translation>Wartet %1.</translation>
    </message>
    <message>
        <source>Told on the desktop: %1</source>
        <translation>Auf dem Desktop gesagt: %1</translation>
    </message>
    <message>
        <source>Wrote a message: %1</source>
        <translation>Meldung geschrieben: %1</translation>
    </message>
    <message>
        <source>“%1” went to nobody: no device fits “%2”.</source>
        <translation>„%1“ ging an niemanden: Auf kein Gerät passt „%2“.</translation>
    </message>
    <message>
        <source>“%1” is for %2 devices; an automation commands at most %3 at once. Narrow the search.</source>
        <translation>„%1“ ist für %2 Geräte; eine Automation befiehlt höchstens %3 auf einmal. Engen Sie die Suche ein.</translation>
    </message>
    <message>
        <source>The device is no longer there.</source>
        <translation>Das Gerät ist nicht mehr da.</translation>
    </message>
    <message>
        <source>There is no device %1.</source>
        <translation>Ein Gerät %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is dangerous. Allow dangerous commands in this automation first.</source>
        <translation>„%1“ ist gefährlich. Erlauben Sie dieser Automation zuerst gefährliche Befehle.</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>sent, not confirmed</source>
        <translation>gesendet, nicht bestätigt</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>command, how it ended</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2 devices, %3.</source>
        <translation>%1: %2 Geräte, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) did not obey; the last one: %1</source>
        <translation>
            <numerusform>%n Gerät gehorchte nicht: %1</numerusform>
            <numerusform>%n Geräte gehorchten nicht; das letzte: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the connection to come up.</source>
        <translation>Wartet, bis die Verbindung steht.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>%1 failed: %2 Once more in %3 (%4 of %5).</source>
        <translation>%1 schlug fehl: %2 Noch einmal in %3 (%4 von %5).</translation>
    </message>
    <message>
        <source>Automation “%1”: %2</source>
        <translation>Automation „%1“: %2</translation>
    </message>
    <message>
        <source>Given up after step %1.</source>
        <translation>Nach Schritt %1 aufgegeben.</translation>
    </message>
    <message>
        <source>“%1” is so: %2.</source>
        <translation>„%1“ ist so: %2.</translation>
    </message>
    <message>
        <source>Waiting until %1, at most %2; %3.</source>
        <translation>Wartet, bis %1, höchstens %2; %3.</translation>
    </message>
    <message>
        <source>%1 passed in vain.</source>
        <translation>%1 vergingen vergebens.</translation>
    </message>
    <message>
        <source>What it waited for did not come.</source>
        <translation>Worauf sie wartete, kam nicht.</translation>
    </message>
    <message>
        <source>Stopped by a person.</source>
        <translation>Von Hand angehalten.</translation>
    </message>
    <message>
        <source>It was due at %1, while Muster was not running, and was skipped.</source>
        <translation>Sie war um %1 fällig, während Muster nicht lief, und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Muster ended before it was known how step %1 ended.</source>
        <translation>Muster endete, bevor bekannt war, wie Schritt %1 ausging.</translation>
    </message>
    <message>
        <source>Its time was over while Muster was not running, and the rest was skipped.</source>
        <translation>Ihre Zeit war vorbei, während Muster nicht lief, und der Rest wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Muster was started again; the rest of the time counts.</source>
        <translation>Muster wurde neu gestartet; der Rest der Zeit zählt.</translation>
    </message>
    <message>
        <source>There is no value to send: what set it off has none.</source>
        <translation>Es gibt keinen Wert zu senden: Was auslöste, hat keinen.</translation>
    </message>
    <message>
        <source>It is %1 late: Muster was not running, the computer slept, or its clock was set.</source>
        <translation>Er ist %1 zu spät: Muster lief nicht, der Rechner schlief, oder seine Uhr wurde gestellt.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before it were missed and are not made up for.</source>
        <translation>
            <numerusform>%n Lauf davor wurde verpasst und wird nicht nachgeholt.</numerusform>
            <numerusform>%n Läufe davor wurden verpasst und werden nicht nachgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before it were missed, too.</source>
        <translation>
            <numerusform>%n Lauf davor wurde auch verpasst.</numerusform>
            <numerusform>%n Läufe davor wurden auch verpasst.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was missed and skipped: Muster was not running, the computer slept, or its clock was set.</source>
        <translation>Er wurde verpasst und übersprungen: Muster lief nicht, der Rechner schlief, oder seine Uhr wurde gestellt.</translation>
    </message>
    <message>
        <source>It was missed and waits for a person: start it with “Run now” if it is still wanted.</source>
        <translation>Er wurde verpasst und wartet auf einen Menschen: Starten Sie ihn mit „Jetzt ausführen“, wenn er noch gewünscht ist.</translation>
    </message>
    <message>
        <source>“%1” was due at %2 and was missed. Start it with “Run now” if it is still wanted.</source>
        <translation>„%1“ war fällig: %2, und wurde verpasst. Starten Sie es mit „Jetzt ausführen“, wenn es noch gewünscht ist.</translation>
    </message>
    <message>
        <source>There is no scene “%1”.</source>
        <translation>Es gibt keine Szene „%1“.</translation>
    </message>
    <message>
        <source>No device set this off, so there is none to command.</source>
        <translation>Kein Gerät hat das ausgelöst, also gibt es keines, an das ein Befehl gehen könnte.</translation>
    </message>
    <message>
        <source>No device set this off, so there is none to have an alarm. Choose one in the step.</source>
        <translation>Kein Gerät hat dies ausgelöst, also gibt es keines, das einen Alarm haben könnte. Wählen Sie im Schritt eines aus.</translation>
    </message>
    <message>
        <source>The alarm “%1” of %2 was not raised: it is switched off among the alarm rules.</source>
        <translation>Der Alarm „%1“ von %2 wurde nicht ausgelöst: Er ist bei den Alarmregeln ausgeschaltet.</translation>
    </message>
    <message>
        <source>Raised the alarm “%1” of %2.</source>
        <translation>Alarm „%1“ von %2 ausgelöst.</translation>
    </message>
    <message>
        <source>The alarm “%1” of %2 was raised already; it goes on.</source>
        <translation>Der Alarm „%1“ von %2 war schon ausgelöst; er besteht weiter.</translation>
    </message>
    <message>
        <source>By the automation “%1”.</source>
        <translation>Durch die Automation „%1“.</translation>
    </message>
    <message>
        <source>Cleared the alarm “%1” of %2.</source>
        <translation>Alarm „%1“ von %2 beendet.</translation>
    </message>
    <message>
        <source>There was no alarm “%1” of %2 to clear.</source>
        <translation>Es gab keinen Alarm „%1“ von %2 zu beenden.</translation>
    </message>
    <message>
        <source>Waiting alone does nothing that could be tried.</source>
        <translation>Warten allein tut nichts, das sich erproben ließe.</translation>
    </message>
    <message>
        <source>%1 steps are being tried already. Wait until one of them has ended.</source>
        <translation>%1 Schritte werden schon erprobt. Warten Sie, bis einer davon zu Ende ist.</translation>
    </message>
    <message>
        <source>A person tried step %1.</source>
        <translation>Schritt %1 wurde von Hand erprobt.</translation>
    </message>
</context>
<context>
    <name>muster::Backend</name>
    <message>
        <source>Bytes cannot be sent by hand over a connection of this kind.</source>
        <translation>Über eine Verbindung dieser Art lassen sich keine Bytes von Hand senden.</translation>
    </message>
    <message>
        <source>This connection has no topics to send to.</source>
        <translation>Diese Verbindung hat keine Themen, an die gesendet werden kann.</translation>
    </message>
</context>
<context>
    <name>muster::BackendHost</name>
    <message>
        <source>%1 did not answer in time. Check the address and the network.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The connection to the device is closed. Open it in Connections.</source>
        <translation>Die Verbindung zum Gerät ist geschlossen. Unter Verbindungen öffnen.</translation>
    </message>
    <message>
        <source>The connection is closed. Open it in Connections.</source>
        <translation>Die Verbindung ist geschlossen. Öffnen Sie sie unter „Verbindungen“.</translation>
    </message>
</context>
<context>
    <name>muster::BackendRegistry</name>
    <message>
        <source>“%1” is not an address. It begins with one of: %2.</source>
        <translation>„%1“ ist keine Adresse. Sie beginnt mit einem von: %2.</translation>
    </message>
    <message>
        <source>Muster has no connection of the kind “%1”. It knows: %2.</source>
        <translation>Muster kennt keine Verbindung der Art „%1“. Bekannt sind: %2.</translation>
    </message>
</context>
<context>
    <name>muster::Backup</name>
    <message>
        <source>The program ended before the backup did; nothing was written.</source>
        <translation>Das Programm endete vor der Sicherung; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Another backup is still being written or read.</source>
        <translation>Eine andere Sicherung wird noch geschrieben oder gelesen.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Choose another place.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” cannot be restored into the demo, which keeps nothing. Start Muster without it.</source>
        <translation>„%1“ kann nicht in die Demo übernommen werden, die nichts behält. Starten Sie Muster ohne sie.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check that the folder above it can be written.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Prüfen Sie, ob der Ordner darüber beschreibbar ist.</translation>
    </message>
    <message>
        <source>The history was found damaged while “%1” was being written. Make the backup again.</source>
        <translation>Während „%1“ geschrieben wurde, zeigte sich der Verlauf beschädigt. Sichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>“%1” could not be copied to its end: %2. Make room, or check the disk.</source>
        <translation>„%1“ konnte nicht bis zum Ende kopiert werden: %2. Schaffen Sie Platz oder prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>“%1” could not be written to its end: %2. Make room or choose another place.</source>
        <translation>„%1“ konnte nicht bis zum Ende geschrieben werden: %2. Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” could not be put in place: %2. Choose another place.</source>
        <translation>„%1“ konnte nicht an seinen Platz gebracht werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” could not be restored: %2. Nothing was changed.</source>
        <translation>„%1“ konnte nicht wiederhergestellt werden: %2. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Restoring was cancelled; nothing was changed.</source>
        <translation>Das Wiederherstellen wurde abgebrochen; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The backup was cancelled; nothing was written.</source>
        <translation>Die Sicherung wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>its part “%1” is damaged</source>
        <translation>ihr Teil „%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>“%1” is no backup of Muster. Choose a file that ends in .musterbackup.</source>
        <translation>„%1“ ist keine Sicherung von Muster. Wählen Sie eine Datei mit der Endung .musterbackup.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>The backup “%1” is damaged (%2). Use another copy of it.</source>
        <translation>Die Sicherung „%1“ ist beschädigt (%2). Nehmen Sie eine andere Kopie davon.</translation>
    </message>
    <message>
        <source>The backup “%1” was made by a newer Muster. Update Muster.</source>
        <translation>Die Sicherung „%1“ stammt von einem neueren Muster. Aktualisieren Sie Muster.</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>ihr Ende fehlt</translation>
    </message>
</context>
<context>
    <name>muster::BleBackend</name>
    <message>
        <source>Looking for Bluetooth…</source>
        <translation>Bluetooth wird gesucht …</translation>
    </message>
    <message>
        <source>Bluetooth was closed before the device answered.</source>
        <translation>Bluetooth wurde geschlossen, bevor das Gerät geantwortet hat.</translation>
    </message>
    <message>
        <source>Listening for Bluetooth devices</source>
        <translation>Lauscht auf Bluetooth-Geräte</translation>
    </message>
    <message>
        <source>The Bluetooth adapter is switched off. Switch it on; Muster goes on by itself.</source>
        <translation>Der Bluetooth-Adapter ist ausgeschaltet. Schalten Sie ihn ein, Muster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>This computer has no Bluetooth adapter. Plug one in; Muster goes on by itself.</source>
        <translation>Dieser Rechner hat keinen Bluetooth-Adapter. Stecken Sie einen ein, Muster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The Bluetooth service of this computer does not answer. Start it (bluetoothd); Muster goes on by itself.</source>
        <translation>Der Bluetooth-Dienst dieses Rechners antwortet nicht. Starten Sie ihn (bluetoothd), Muster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Bluetooth cannot listen: %1 Muster tries again by itself.</source>
        <translation>Bluetooth kann nicht lauschen: %1 Muster versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be connected to: %2 Muster goes on trying.</source>
        <translation>%1 lässt sich nicht verbinden: %2 Muster versucht es weiter.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 claims to have %2 characteristics; the first %3 are looked at.</source>
        <translation>%1 gibt an, %2 Merkmale zu haben; die ersten %3 werden betrachtet.</translation>
    </message>
    <message>
        <source>The device is not near at the moment.</source>
        <translation>Das Gerät ist gerade nicht in der Nähe.</translation>
    </message>
    <message>
        <source>Too many commands wait for %1 already.</source>
        <translation>Es warten schon zu viele Befehle auf %1.</translation>
    </message>
    <message>
        <source>A key has 32 hexadecimal digits, such as 231d39c1d7cc1ab1aee224cd096db932.</source>
        <translation>Ein Schlüssel hat 32 hexadezimale Ziffern, etwa 231d39c1d7cc1ab1aee224cd096db932.</translation>
    </message>
    <message>
        <source>No connected Bluetooth device takes bytes like a serial line.</source>
        <translation>Kein verbundenes Bluetooth-Gerät nimmt Bytes wie eine serielle Leitung an.</translation>
    </message>
    <message>
        <source>Too much is being written over Bluetooth. Wait for some of it to finish.</source>
        <translation>Über Bluetooth wird gerade zu viel geschrieben. Warten Sie, bis etwas davon fertig ist.</translation>
    </message>
    <message>
        <source>Other devices are being paired. Try again when they are.</source>
        <translation>Gerade werden andere Geräte gekoppelt. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>%1 is paired.</source>
        <translation>%1 ist gekoppelt.</translation>
    </message>
    <message>
        <source>%1 was not paired. %2</source>
        <translation>%1 wurde nicht gekoppelt. %2</translation>
    </message>
    <message>
        <source>The profile of %1 cannot be used: %2</source>
        <translation>Das Profil von %1 ist nicht zu gebrauchen: %2</translation>
    </message>
    <message>
        <source>A line of at most %1 bytes can be sent to %2.</source>
        <translation>An %2 lässt sich eine Zeile von höchstens %1 Byte senden.</translation>
    </message>
    <message>
        <source>The device is not connected. Nothing was sent.</source>
        <translation>Das Gerät ist nicht verbunden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 is read another way now.</source>
        <translation>%1 wird jetzt anders gelesen.</translation>
    </message>
    <message>
        <source>“%1” names a place, but Bluetooth is everywhere near: write ble:// alone.</source>
        <translation>„%1“ nennt einen Ort, Bluetooth ist aber überall in der Nähe: Schreiben Sie nur ble://.</translation>
    </message>
    <message>
        <source>Option board is “%1”; it is written like E1:02:03:04:05:06,nordic-uart.</source>
        <translation>Die Option board ist „%1“; geschrieben wird sie wie E1:02:03:04:05:06,nordic-uart.</translation>
    </message>
    <message>
        <source>Option board is there more than %1 times.</source>
        <translation>Die Option board ist mehr als %1-mal da.</translation>
    </message>
    <message>
        <source>“%1=%2” means nothing to a Bluetooth connection. It knows nameless=1 and board=….</source>
        <translation>„%1=%2“ sagt einer Bluetooth-Verbindung nichts. Sie kennt nameless=1 und board=….</translation>
    </message>
</context>
<context>
    <name>muster::BrokerView</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Clients connected</source>
        <translation>Verbundene Clients</translation>
    </message>
    <message>
        <source>Clients known</source>
        <translation>Bekannte Clients</translation>
    </message>
    <message>
        <source>Messages received per minute</source>
        <translation>Empfangene Nachrichten je Minute</translation>
    </message>
    <message>
        <source>Messages sent per minute</source>
        <translation>Gesendete Nachrichten je Minute</translation>
    </message>
    <message>
        <source>Bytes received per minute</source>
        <translation>Empfangene Bytes je Minute</translation>
    </message>
    <message>
        <source>Bytes sent per minute</source>
        <translation>Gesendete Bytes je Minute</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Retained messages</source>
        <translation>Behaltene Nachrichten</translation>
    </message>
    <message>
        <source>Messages dropped</source>
        <translation>Verworfene Nachrichten</translation>
    </message>
    <message>
        <source>The broker has said nothing of itself yet. Some do not, or do not let this login hear it.</source>
        <translation>Der Broker hat noch nichts über sich gesagt. Manche tun es nicht oder lassen diese Anmeldung es nicht hören.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What the broker tells of itself</source>
        <translation>Was der Broker über sich sagt</translation>
    </message>
</context>
<context>
    <name>muster::CalculationDialog</name>
    <message>
        <source>The last ten minutes</source>
        <translation>Die letzten zehn Minuten</translation>
    </message>
    <message>
        <source>What comes out is drawn here.</source>
        <translation>Hier wird gezeichnet, was herauskommt.</translation>
    </message>
    <message>
        <source>New calculated metric</source>
        <translation>Neuer berechneter Messwert</translation>
    </message>
    <message>
        <source>Calculated metric</source>
        <translation>Berechneter Messwert</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>&quot;Pump 3/Pressure&quot; - &quot;Pump 4/Pressure&quot;</source>
        <translation>&quot;Pumpe 3/Druck&quot; - &quot;Pumpe 4/Druck&quot;</translation>
    </message>
    <message>
        <source>Pressure difference</source>
        <translation>Druckdifferenz</translation>
    </message>
    <message>
        <source>As needed</source>
        <translation>Nach Bedarf</translation>
    </message>
    <message>
        <source>Insert metric…</source>
        <translation>Messwert einfügen …</translation>
    </message>
    <message>
        <source>+ - * / ^ ( )  &lt; &gt; = and or not if(…)  ·  mean min max sum count stddev(value, 5m)  ·  rate(value)  delta(value)  ·  abs sqrt log exp round clamp  ·  value to &quot;°F&quot;. Calculated from now on; the result belongs to the device “Calculated”.</source>
        <translation>+ - * / ^ ( )  &lt; &gt; = and or not if(…)  ·  mean min max sum count stddev(Wert, 5m)  ·  rate(Wert)  delta(Wert)  ·  abs sqrt log exp round clamp  ·  Wert to &quot;°F&quot;. Berechnet wird ab jetzt; das Ergebnis gehört zum Gerät „Berechnet“.</translation>
    </message>
    <message>
        <source>Understood. There is no result yet: not every metric in it has a value, or the result is no number.</source>
        <translation>Verstanden. Noch gibt es kein Ergebnis: Nicht jeder Messwert darin hat einen Wert, oder das Ergebnis ist keine Zahl.</translation>
    </message>
    <message>
        <source>Now: %1. In the last ten minutes:</source>
        <translation>Jetzt: %1. In den letzten zehn Minuten:</translation>
    </message>
</context>
<context>
    <name>muster::Calculations</name>
    <message>
        <source>“%1” is not there: its device was removed, or has not reported it yet.</source>
        <translation>„%1“ ist nicht da: Das Gerät wurde entfernt oder hat den Messwert noch nicht gemeldet.</translation>
    </message>
    <message>
        <source>“%1” is itself calculated from this metric; that would never end.</source>
        <translation>„%1“ wird selbst aus diesem Messwert berechnet; das fände kein Ende.</translation>
    </message>
    <message>
        <source>Give the calculated metric a name.</source>
        <translation>Geben Sie dem berechneten Messwert einen Namen.</translation>
    </message>
    <message>
        <source>There is already a calculated metric “%1”. Choose another name.</source>
        <translation>Es gibt schon einen berechneten Messwert „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There can be %1 calculated metrics. Remove one that is no longer needed.</source>
        <translation>Es kann %1 berechnete Messwerte geben. Entfernen Sie einen, der nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>The calculated metric “%1” has been removed meanwhile.</source>
        <translation>Der berechnete Messwert „%1“ wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Metrics calculated from others</source>
        <translation>Aus anderen berechnete Messwerte</translation>
    </message>
    <message>
        <source>calculated by Muster</source>
        <translation>von Muster berechnet</translation>
    </message>
</context>
<context>
    <name>muster::CalculationsDialog</name>
    <message>
        <source>Calculated metrics</source>
        <translation>Berechnete Messwerte</translation>
    </message>
    <message>
        <source>Metrics of your own, calculated from others as they arrive: a difference, a rate, a rolling mean, another unit. They are plotted, recorded and exported like all others.</source>
        <translation>Eigene Messwerte, aus anderen berechnet, sobald diese eintreffen: eine Differenz, eine Rate, ein gleitendes Mittel, eine andere Einheit. Sie werden wie alle anderen gezeichnet, aufgezeichnet und exportiert.</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Remove calculated metric</source>
        <translation>Berechneten Messwert entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”? What was recorded of it is no longer shown. What is calculated from it stops.</source>
        <translation>„%1“ entfernen? Was davon aufgezeichnet wurde, wird nicht mehr gezeigt. Was daraus berechnet wird, hört auf.</translation>
    </message>
</context>
<context>
    <name>muster::CalculationsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>muster::CertificateBar</name>
    <message>
        <source>%1: %2</source>
        <comment>connection: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Trust this one certificate…</source>
        <translation>Diesem einen Zertifikat vertrauen …</translation>
    </message>
    <message>
        <source>Not now (Esc)</source>
        <translation>Nicht jetzt (Esc)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>muster::CertificateDialog</name>
    <message>
        <source>Trust one certificate</source>
        <translation>Einem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the person who runs the broker of %1 tells you. If they are the same, Muster can trust this certificate, and no other, for this connection.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, was Ihnen die Person sagt, die den Broker von %1 betreibt. Stimmen sie überein, kann Muster für diese Verbindung diesem Zertifikat vertrauen und keinem anderen.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>For the hosts</source>
        <translation>Für die Rechner</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2: expired</source>
        <translation>%1 bis %2: abgelaufen</translation>
    </message>
    <message>
        <source>%1 to %2: not yet</source>
        <translation>%1 bis %2: noch nicht</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
</context>
<context>
    <name>muster::ChartAnalysis</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Mark unusual values</source>
        <translation>Ungewöhnliche Werte markieren</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Dem Vortag</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>Der Vorwoche</translation>
    </message>
    <message numerus="yes">
        <source>○ %n unusual value(s)</source>
        <translation>
            <numerusform>○ %n ungewöhnlicher Wert</numerusform>
            <numerusform>○ %n ungewöhnliche Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>– – %1: nothing recorded</source>
        <translation>– – %1: nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>– – %1</source>
        <translation>– – %1</translation>
    </message>
</context>
<context>
    <name>muster::ChartArea</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>New chart</source>
        <translation>Neues Diagramm</translation>
    </message>
    <message>
        <source>New chart; devices and metrics can be dropped here</source>
        <translation>Neues Diagramm; Geräte und Messwerte lassen sich hier ablegen</translation>
    </message>
    <message>
        <source>Charts show live values. Drop a device or a metric here, or start with an empty chart.</source>
        <translation>Diagramme zeigen Live-Werte. Ein Gerät oder einen Messwert hier ablegen oder mit einem leeren Diagramm beginnen.</translation>
    </message>
    <message>
        <source>Plot on a new chart</source>
        <translation>In neuem Diagramm zeichnen</translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation>Diagramm %1</translation>
    </message>
    <message>
        <source>Name of the chart&apos;s tab</source>
        <translation>Name des Diagramm-Reiters</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>muster::ChartPanel</name>
    <message>
        <source>10 s</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>How much time the chart shows</source>
        <translation>Wie viel Zeit das Diagramm zeigt</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● Live</translation>
    </message>
    <message>
        <source>Follow the latest values (L)</source>
        <translation>Den neuesten Werten folgen (L)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the picture; recording continues (Space)</source>
        <translation>Das Bild anhalten; die Aufzeichnung läuft weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Add a metric, export, copy, split</source>
        <translation>Messwert hinzufügen, ausgeben, kopieren, teilen</translation>
    </message>
    <message>
        <source>New chart</source>
        <translation>Neues Diagramm</translation>
    </message>
    <message>
        <source>Put what did not fit on a chart of its own</source>
        <translation>Was nicht passte, in ein eigenes Diagramm zeichnen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Drop devices or metrics here to plot them live.</source>
        <translation>Geräte oder Messwerte hier ablegen, um sie live zu zeichnen.</translation>
    </message>
    <message>
        <source>Add metric…</source>
        <translation>Messwert hinzufügen …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Paused at %1 · recording continues</source>
        <translation>Angehalten um %1 · Aufzeichnung läuft weiter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>An empty chart.</source>
        <translation>Ein leeres Diagramm.</translation>
    </message>
    <message>
        <source>Traces: %1.</source>
        <translation>Kurven: %1.</translation>
    </message>
    <message>
        <source>Export chart…</source>
        <translation>Diagramm ausgeben …</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>Plot %n metric(s) on this chart</source>
        <translation>
            <numerusform>%n Messwert in diesem Diagramm zeichnen</numerusform>
            <numerusform>%n Messwerte in diesem Diagramm zeichnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Plot on this chart, right axis</source>
        <translation>In diesem Diagramm zeichnen, rechte Achse</translation>
    </message>
    <message>
        <source>Plot on this chart, left axis</source>
        <translation>In diesem Diagramm zeichnen, linke Achse</translation>
    </message>
    <message>
        <source>Plot on this chart, right axis %1</source>
        <translation>In diesem Diagramm zeichnen, rechte Achse %1</translation>
    </message>
    <message>
        <source>Plot on this chart, left axis %1</source>
        <translation>In diesem Diagramm zeichnen, linke Achse %1</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>Show everything remembered and recorded (F)</source>
        <translation>Alles zeigen, was gemerkt und aufgezeichnet ist (F)</translation>
    </message>
    <message>
        <source>▸ Follow live</source>
        <translation>▸ Live folgen</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>Live folgen</translation>
    </message>
    <message>
        <source>Jump to time…</source>
        <translation>Zu Zeitpunkt springen…</translation>
    </message>
    <message>
        <source>Break lines at gaps</source>
        <translation>Linien an Lücken unterbrechen</translation>
    </message>
    <message>
        <source>Place a mark here</source>
        <translation>Marke hier setzen</translation>
    </message>
    <message>
        <source>Place a mark</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>Marken entfernen</translation>
    </message>
    <message>
        <source>Value table</source>
        <translation>Wertetabelle</translation>
    </message>
    <message>
        <source>New calculated metric…</source>
        <translation>Neuer berechneter Messwert …</translation>
    </message>
    <message>
        <source>Show its events on this chart</source>
        <translation>Ereignisse in diesem Diagramm zeigen</translation>
    </message>
    <message>
        <source>Show its states on this chart</source>
        <translation>Zustände in diesem Diagramm zeigen</translation>
    </message>
    <message>
        <source>New alarm for</source>
        <translation>Neuer Alarm für</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>device, metric</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>muster::ChartView</name>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>A</source>
        <comment>first mark</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <comment>second mark</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>und andere</translation>
    </message>
</context>
<context>
    <name>muster::CommandControl</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>%1 senden</translation>
    </message>
</context>
<context>
    <name>muster::CommandLog</name>
    <message>
        <source>Last commands</source>
        <translation>Letzte Befehle</translation>
    </message>
    <message>
        <source>%1  %2  %3</source>
        <comment>time, command, outcome</comment>
        <translation>%1  %2  %3</translation>
    </message>
    <message>
        <source>%1  %2 %3  %4</source>
        <comment>time, command, value, outcome</comment>
        <translation>%1  %2 %3  %4</translation>
    </message>
</context>
<context>
    <name>muster::CommandRow</name>
    <message>
        <source>Not supported yet: %1</source>
        <translation>Noch nicht unterstützt: %1</translation>
    </message>
    <message>
        <source>Asks before it is sent</source>
        <translation>Fragt vor dem Senden nach</translation>
    </message>
    <message>
        <source>Dangerous</source>
        <translation>Gefährlich</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2?</source>
        <comment>command: target</comment>
        <translation>%1: %2?</translation>
    </message>
    <message>
        <source>%1 → %2 on %3?</source>
        <comment>command, value, target</comment>
        <translation>%1 → %2 an %3?</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>→ %1 …</source>
        <comment>value that was asked for</comment>
        <translation>→ %1 …</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Absenden</translation>
    </message>
</context>
<context>
    <name>muster::CommandsPanel</name>
    <message>
        <source>%1 more commands are not shown.</source>
        <translation>%1 weitere Befehle werden nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>muster::Comparison</name>
    <message>
        <source>the day before</source>
        <translation>Vortag</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>Vorwoche</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n Tag davor</numerusform>
            <numerusform>%n Tage davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::ConditionRow</name>
    <message>
        <source>If</source>
        <translation>Falls</translation>
    </message>
    <message>
        <source>What must be so</source>
        <translation>Was so sein muss</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>der Wert</translation>
    </message>
    <message>
        <source>it fits</source>
        <translation>es passt</translation>
    </message>
    <message>
        <source>some device fits</source>
        <translation>irgendein Gerät passt</translation>
    </message>
    <message>
        <source>the time is between</source>
        <translation>die Zeit ist zwischen</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>is above</source>
        <translation>ist über</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>ist unter</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>ist zwischen</translation>
    </message>
    <message>
        <source>is outside</source>
        <translation>ist außerhalb von</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>not so</source>
        <translation>nicht so</translation>
    </message>
    <message>
        <source>The steps are taken when this is not so</source>
        <translation>Die Schritte folgen, wenn das nicht so ist</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>A search: motion:on</source>
        <translation>Eine Suche: motion:on</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>Obere Grenze</translation>
    </message>
</context>
<context>
    <name>muster::ConnectionChip</name>
    <message>
        <source>Connection %1: %2</source>
        <translation>Verbindung %1: %2</translation>
    </message>
</context>
<context>
    <name>muster::ConnectionDesk</name>
    <message>
        <source>Add the connections of %1</source>
        <translation>Die Verbindungen aus %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add a connection to %1</source>
        <translation>Eine Verbindung zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Verbindungen einlesen</translation>
    </message>
    <message>
        <source>Muster connections (*.muster);;All files (*)</source>
        <translation>Muster-Verbindungen (*.muster);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>Verbindungen ausgeben</translation>
    </message>
    <message>
        <source>Muster connections (*.muster)</source>
        <translation>Muster-Verbindungen (*.muster)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1, without passwords.</source>
        <translation>
            <numerusform>%n Verbindung nach %1 geschrieben, ohne Passwort.</numerusform>
            <numerusform>%n Verbindungen nach %1 geschrieben, ohne Passwörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not taken in. %2</source>
        <translation>%1 wurde nicht übernommen. %2</translation>
    </message>
    <message>
        <source>Every connection of %1 is there already.</source>
        <translation>Jede Verbindung aus %1 ist schon da.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n connection(s) from %1?</source>
        <translation>
            <numerusform>%n Verbindung aus %1 hinzufügen?</numerusform>
            <numerusform>%n Verbindungen aus %1 hinzufügen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>muster::ConnectionForm</name>
    <message>
        <source>taken from the address</source>
        <translation>aus der Adresse übernommen</translation>
    </message>
    <message>
        <source>This is not a valid address: %1.</source>
        <translation>Das ist keine gültige Adresse: %1.</translation>
    </message>
    <message>
        <source>Trying to connect…</source>
        <translation>Verbindung wird versucht …</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain, nowhere else.</source>
        <translation>Wird im Schlüsselbund des Desktops aufbewahrt, sonst nirgends.</translation>
    </message>
    <message>
        <source>No keychain: you will be asked at each start.</source>
        <translation>Kein Schlüsselbund: wird bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>What is wrong with the address</source>
        <translation>Was an der Adresse nicht stimmt</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Verdict of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give the address of a broker or a port, for example mqtt://broker.local or serial:///dev/ttyUSB0.</source>
        <translation>Geben Sie die Adresse eines Brokers oder eines Anschlusses an, zum Beispiel mqtt://broker.local oder serial:///dev/ttyUSB0.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>MQTT broker</source>
        <translation>MQTT-Broker</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Serieller Anschluss</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Bluetooth LE: what is near</source>
        <translation>Bluetooth LE: was in der Nähe ist</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>Opens the key of your certificate. Kept like the password.</source>
        <translation>Öffnet den Schlüssel Ihres Zertifikats. Wird wie das Passwort aufbewahrt.</translation>
    </message>
    <message>
        <source>Trust this one certificate…</source>
        <translation>Diesem einen Zertifikat vertrauen …</translation>
    </message>
</context>
<context>
    <name>muster::ConnectionsDialog</name>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove the connection %1?</source>
        <translation>Die Verbindung %1 entfernen?</translation>
    </message>
    <message>
        <source>Its password is forgotten too. Devices that are in the fleet stay there.</source>
        <translation>Auch ihr Passwort wird vergessen. Geräte in der Flotte bleiben dort.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Runs on this computer only, at mqtt://127.0.0.1:%1, and stops with Muster.</source>
        <translation>Läuft nur auf diesem Rechner, unter mqtt://127.0.0.1:%1, und endet mit Muster.</translation>
    </message>
    <message>
        <source>Not running. Muster can start one that only this computer can reach.</source>
        <translation>Läuft nicht. Muster kann einen starten, den nur dieser Rechner erreicht.</translation>
    </message>
    <message>
        <source>Stop broker</source>
        <translation>Broker beenden</translation>
    </message>
    <message>
        <source>Start broker</source>
        <translation>Broker starten</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>No connections yet. Add one, or start the broker on this computer.</source>
        <translation>Noch keine Verbindungen. Eine hinzufügen oder den Broker auf diesem Rechner starten.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>E&amp;inlesen …</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>Aus&amp;geben …</translation>
    </message>
    <message>
        <source>Writes all connections, without passwords, to a .muster file</source>
        <translation>Schreibt alle Verbindungen, ohne Passwörter, in eine .muster-Datei</translation>
    </message>
    <message>
        <source>Broker on this computer</source>
        <translation>Broker auf diesem Rechner</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>C&amp;onsole</source>
        <translation>K&amp;onsole</translation>
    </message>
    <message>
        <source>Shows what goes over the connection, and sends a line by hand</source>
        <translation>Zeigt, was über die Verbindung geht, und sendet Zeilen von Hand</translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation>&amp;Themen</translation>
    </message>
    <message>
        <source>Shows what is published, and sends messages by hand</source>
        <translation>Zeigt, was veröffentlicht wird, und sendet Nachrichten von Hand</translation>
    </message>
    <message>
        <source>&amp;Devices…</source>
        <translation>&amp;Geräte …</translation>
    </message>
    <message>
        <source>Makes devices of topics that do not announce any, by rules</source>
        <translation>Macht durch Regeln Geräte aus Themen, die keine ankündigen</translation>
    </message>
</context>
<context>
    <name>muster::Console</name>
    <message>
        <source>Bytes are written as pairs of hexadecimal digits: 01 FF 0D.</source>
        <translation>Bytes schreibt man als Paare hexadezimaler Ziffern: 01 FF 0D.</translation>
    </message>
</context>
<context>
    <name>muster::ConsoleDesk</name>
    <message>
        <source>Console of %1</source>
        <translation>Konsole von %1</translation>
    </message>
</context>
<context>
    <name>muster::ConsoleView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>Hexadezimal</translation>
    </message>
    <message>
        <source>How bytes are shown</source>
        <translation>Wie Bytes gezeigt werden</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation>Die Ansicht anhalten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In eine Datei speichern …</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation>In der Konsole suchen</translation>
    </message>
    <message>
        <source>Enter: the next place, Shift+Enter: the one before</source>
        <translation>Eingabe: die nächste Stelle, Umschalt+Eingabe: die davor</translation>
    </message>
    <message>
        <source>Bytes on the connection</source>
        <translation>Bytes auf der Verbindung</translation>
    </message>
    <message>
        <source>What goes over the connection from now on shows up here.</source>
        <translation>Was von jetzt an über die Verbindung geht, erscheint hier.</translation>
    </message>
    <message>
        <source>Where to send it</source>
        <translation>Wohin gesendet wird</translation>
    </message>
    <message>
        <source>Send a line</source>
        <translation>Zeile senden</translation>
    </message>
    <message>
        <source>Line to send</source>
        <translation>Zeile zum Senden</translation>
    </message>
    <message>
        <source>Enter sends it; the arrow keys bring back what was sent before</source>
        <translation>Eingabe sendet sie; die Pfeiltasten holen zurück, was vorher gesendet wurde</translation>
    </message>
    <message>
        <source>no line ending</source>
        <translation>kein Zeilenende</translation>
    </message>
    <message>
        <source>as hexadecimal bytes</source>
        <translation>als hexadezimale Bytes</translation>
    </message>
    <message>
        <source>How the line ends</source>
        <translation>Wie die Zeile endet</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1 older ones dropped</source>
        <translation>%1 ältere verworfen</translation>
    </message>
    <message>
        <source>%1 came too fast</source>
        <translation>%1 kamen zu schnell</translation>
    </message>
    <message>
        <source>“%1” is nowhere in the lines that are shown.</source>
        <translation>„%1“ kommt in den gezeigten Zeilen nicht vor.</translation>
    </message>
    <message>
        <source>%1 lines were written to %2.</source>
        <translation>%1 Zeilen wurden nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Save the console</source>
        <translation>Konsole speichern</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>Text (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Try a profile on what came…</source>
        <translation>Ein Profil an dem versuchen, was kam…</translation>
    </message>
</context>
<context>
    <name>muster::ConventionFields</name>
    <message>
        <source>Understand</source>
        <translation>Verstehen</translation>
    </message>
    <message>
        <source>Discovery prefix</source>
        <translation>Präfix der Erkennung</translation>
    </message>
    <message>
        <source>In Sparkplug</source>
        <translation>In Sparkplug</translation>
    </message>
    <message>
        <source>Host id</source>
        <translation>Host-ID</translation>
    </message>
    <message>
        <source>Where Home Assistant&apos;s discovery messages are</source>
        <translation>Wo die Erkennungsnachrichten von Home Assistant liegen</translation>
    </message>
    <message>
        <source>Host: asks for births that are missing</source>
        <translation>Host: fragt nach fehlenden Geburtsmeldungen</translation>
    </message>
    <message>
        <source>Listen: sends nothing by itself</source>
        <translation>Zuhören: sendet von sich aus nichts</translation>
    </message>
    <message>
        <source>Primary host: publishes its STATE, too</source>
        <translation>Primärer Host: veröffentlicht auch seinen STATE</translation>
    </message>
    <message>
        <source>needed by a primary host</source>
        <translation>für einen primären Host nötig</translation>
    </message>
    <message>
        <source>Make devices of topics that nobody announced</source>
        <translation>Aus Themen, die niemand angekündigt hat, Geräte machen</translation>
    </message>
    <message>
        <source>Take in values the broker kept</source>
        <translation>Vom Broker aufbewahrte Werte übernehmen</translation>
    </message>
    <message>
        <source>Switched off, its messages are taken for plain topics</source>
        <translation>Abgeschaltet gelten ihre Nachrichten als gewöhnliche Themen</translation>
    </message>
</context>
<context>
    <name>muster::DataExport</name>
    <message>
        <source>“%1” would merge %2 metrics; there is room for %3. Choose fewer, or one row for each value.</source>
        <translation>„%1“ würde %2 Messgrößen zusammenführen; Platz ist für %3. Wählen Sie weniger oder eine Zeile je Wert.</translation>
    </message>
    <message>
        <source>Another export is still being written.</source>
        <translation>Ein anderer Export wird noch geschrieben.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>“%1” could not be put in place: %2. Choose another place.</source>
        <translation>„%1“ konnte nicht an seinen Platz gebracht werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Choose another place.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“%1” could not be written to its end: %2. Make room or choose another place.</source>
        <translation>„%1“ konnte nicht bis zum Ende geschrieben werden: %2. Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>muster::DataExportDialog</name>
    <message>
        <source>data %1</source>
        <translation>Daten %1</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Devices and metrics</source>
        <translation>Geräte und Messgrößen</translation>
    </message>
    <message>
        <source>Filter devices and metrics</source>
        <translation>Geräte und Messgrößen filtern</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Check none</source>
        <translation>Keine ankreuzen</translation>
    </message>
    <message>
        <source>Everything the filter shows</source>
        <translation>Alles, was der Filter zeigt</translation>
    </message>
    <message>
        <source>Nothing of what the filter shows</source>
        <translation>Nichts von dem, was der Filter zeigt</translation>
    </message>
    <message>
        <source>CSV, one row for each value</source>
        <translation>CSV, eine Zeile je Wert</translation>
    </message>
    <message>
        <source>CSV, one column for each metric</source>
        <translation>CSV, eine Spalte je Messgröße</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>SQLite table</source>
        <translation>SQLite-Tabelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>D&amp;atei</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Writing… %1 rows</source>
        <translation>Schreibe… %1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of the metrics are checked.</source>
        <comment>number</comment>
        <translation>%1 Messgrößen sind angekreuzt.</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>Nothing is recorded; what is remembered since the start will be written.</source>
        <translation>Es wird nichts aufgezeichnet; geschrieben wird, was seit dem Start im Speicher ist.</translation>
    </message>
    <message>
        <source>%1 values, %2</source>
        <translation>%1 Werte, %2</translation>
    </message>
    <message>
        <source>Check what is to be exported.</source>
        <translation>Kreuzen Sie an, was exportiert werden soll.</translation>
    </message>
    <message>
        <source>A table can have %1 columns at the most. Check fewer metrics, or choose another format.</source>
        <translation>Eine Tabelle kann höchstens %1 Spalten haben. Kreuzen Sie weniger Messgrößen an oder wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibe…</translation>
    </message>
    <message>
        <source>%1 rows were written to %2.</source>
        <translation>%1 Zeilen wurden nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>muster::Demo</name>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Doors and windows</source>
        <translation>Türen und Fenster</translation>
    </message>
    <message>
        <source>Plugs and lights</source>
        <translation>Steckdosen und Licht</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Outdoors</source>
        <translation>Draußen</translation>
    </message>
</context>
<context>
    <name>muster::DetailsPanel</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Announced as</source>
        <translation>Gemeldet als</translation>
    </message>
    <message>
        <source>Own name</source>
        <translation>Eigener Name</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>In the fleet since</source>
        <translation>In der Flotte seit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>detail, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>road, convention</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Split off this address: make what comes from it a device of its own</source>
        <translation>Diese Adresse abtrennen: was von ihr kommt, wird ein eigenes Gerät</translation>
    </message>
    <message>
        <source>Split off %1</source>
        <translation>%1 abtrennen</translation>
    </message>
    <message>
        <source>Split off this address</source>
        <translation>Diese Adresse abtrennen</translation>
    </message>
</context>
<context>
    <name>muster::DeviceChoice</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>the device that set it off</source>
        <translation>das auslösende Gerät</translation>
    </message>
    <message>
        <source>every device that fits</source>
        <translation>jedem Gerät, das passt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>A search: group:Hall</source>
        <translation>Eine Suche: group:Halle</translation>
    </message>
    <message>
        <source>every device</source>
        <translation>jedem Gerät</translation>
    </message>
</context>
<context>
    <name>muster::DeviceMenu</name>
    <message>
        <source>New group…</source>
        <translation>Neue Gruppe …</translation>
    </message>
    <message>
        <source>As the device reports</source>
        <translation>Wie das Gerät meldet</translation>
    </message>
    <message>
        <source>M2M, point to point</source>
        <translation>M2M, von Punkt zu Punkt</translation>
    </message>
    <message>
        <source>IoT, over a network</source>
        <translation>IoT, über ein Netzwerk</translation>
    </message>
    <message>
        <source>Set tags</source>
        <translation>Schlagwörter setzen</translation>
    </message>
    <message>
        <source>Tags, separated by commas:</source>
        <translation>Schlagwörter, mit Kommas getrennt:</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Name of the new group:</source>
        <translation>Name der neuen Gruppe:</translation>
    </message>
    <message>
        <source>How it is read…</source>
        <translation>Wie es gelesen wird…</translation>
    </message>
</context>
<context>
    <name>muster::DiscoveredTree</name>
    <message>
        <source>Discovered devices</source>
        <translation>Entdeckte Geräte</translation>
    </message>
</context>
<context>
    <name>muster::DiscoveredView</name>
    <message>
        <source>Add to fleet</source>
        <translation>In die Flotte</translation>
    </message>
    <message>
        <source>No discovered device matches.</source>
        <translation>Kein entdecktes Gerät passt.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter discovered devices</source>
        <translation>Entdeckte Geräte filtern</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <translation>Demo-Flotte</translation>
    </message>
    <message>
        <source>Add the selected devices to the fleet (Enter)</source>
        <translation>Die gewählten Geräte in die Flotte aufnehmen (Eingabe)</translation>
    </message>
    <message>
        <source>Devices show up here once a connection is open.</source>
        <translation>Hier erscheinen Geräte, sobald eine Verbindung offen ist.</translation>
    </message>
    <message>
        <source>No devices heard yet. They show up here as soon as they say something.</source>
        <translation>Noch kein Gerät gehört. Geräte erscheinen hier, sobald sie etwas melden.</translation>
    </message>
    <message>
        <source>Nothing new. Everything that was heard is in the fleet.</source>
        <translation>Nichts Neues. Alles Gehörte ist in der Flotte.</translation>
    </message>
    <message>
        <source>Add %1 to fleet</source>
        <translation>%1 in die Flotte</translation>
    </message>
    <message>
        <source>Add to group</source>
        <translation>Zu Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>device, status</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No open connection</source>
        <translation>Keine offene Verbindung</translation>
    </message>
</context>
<context>
    <name>muster::Dispatcher</name>
    <message>
        <source>“%1” takes a number from %2 to %3.</source>
        <translation>„%1“ verlangt eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation>„%1“ verlangt keinen Wert.</translation>
    </message>
    <message>
        <source>“%1” takes on or off.</source>
        <translation>„%1“ verlangt an oder aus.</translation>
    </message>
    <message>
        <source>“%1” takes one of: %2.</source>
        <translation>„%1“ verlangt eines von: %2.</translation>
    </message>
    <message>
        <source>“%1” takes a text.</source>
        <translation>„%1“ verlangt einen Text.</translation>
    </message>
    <message>
        <source>The device is no longer there.</source>
        <translation>Das Gerät ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 has no command “%2”.</source>
        <translation>%1 hat keinen Befehl „%2“.</translation>
    </message>
    <message>
        <source>“%1” cannot be sent: %2</source>
        <translation>„%1“ kann nicht gesendet werden: %2</translation>
    </message>
    <message>
        <source>No open connection leads to %1. Open it in Connections.</source>
        <translation>Keine offene Verbindung führt zu %1. Unter Verbindungen öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n commands are already under way. Wait for some to end.</source>
        <translation>
            <numerusform>%n Befehl ist schon unterwegs. Warten, bis er endet.</numerusform>
            <numerusform>%n Befehle sind schon unterwegs. Warten, bis einige enden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer within %n s.</source>
        <translation>
            <numerusform>%1 hat nicht innerhalb von %n s geantwortet.</numerusform>
            <numerusform>%1 hat nicht innerhalb von %n s geantwortet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::DockTitle</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neues</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide. The View menu brings it back</source>
        <translation>Ausblenden. Das Menü Ansicht holt es zurück</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>muster::Drawer</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Die Einzelheiten schließen</translation>
    </message>
</context>
<context>
    <name>muster::DurationEdit</name>
    <message>
        <source>Unit of time</source>
        <translation>Zeiteinheit</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
</context>
<context>
    <name>muster::DynamicGroupDialog</name>
    <message>
        <source>Edit search</source>
        <translation>Suche bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Holds whatever fits</source>
        <translation>Enthält, was passt zu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <comment>devices</comment>
        <translation>Jetzt: %1.</translation>
    </message>
</context>
<context>
    <name>muster::DynamicGroups</name>
    <message>
        <source>A group needs a name.</source>
        <translation>Eine Gruppe braucht einen Namen.</translation>
    </message>
    <message>
        <source>There are %1 dynamic groups already. Delete one first.</source>
        <translation>Es gibt schon %1 dynamische Gruppen. Löschen Sie erst eine.</translation>
    </message>
    <message>
        <source>This group was deleted meanwhile.</source>
        <translation>Diese Gruppe wurde inzwischen gelöscht.</translation>
    </message>
</context>
<context>
    <name>muster::ExportDialog</name>
    <message>
        <source>chart %1</source>
        <translation>Diagramm %1</translation>
    </message>
    <message>
        <source>Long: one row for each value</source>
        <translation>Lang: eine Zeile je Wert</translation>
    </message>
    <message>
        <source>Wide: one column for each metric</source>
        <translation>Breit: eine Spalte je Messwert</translation>
    </message>
    <message>
        <source>The range shown</source>
        <translation>Der gezeigte Bereich</translation>
    </message>
    <message>
        <source>Everything remembered</source>
        <translation>Alles Gemerkte</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm ausgeben</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt der Ausgabe</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Everything recorded</source>
        <translation>Alles Aufgezeichnete</translation>
    </message>
</context>
<context>
    <name>muster::ExportRun</name>
    <message>
        <source>Another export is still being written.</source>
        <translation>Eine andere Ausgabe wird noch geschrieben.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: tables are not exported here. Choose a picture.</source>
        <translation>„%1“ kann nicht geschrieben werden: Tabellen werden hier nicht exportiert. Wählen Sie ein Bild.</translation>
    </message>
</context>
<context>
    <name>muster::FleetDelegate</name>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>muster::FleetModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>muster::FleetTable</name>
    <message>
        <source>Devices of the fleet</source>
        <translation>Geräte der Flotte</translation>
    </message>
    <message>
        <source>Value to show</source>
        <translation>Gezeigter Wert</translation>
    </message>
    <message>
        <source>Each device&apos;s main one</source>
        <translation>Jeweils der wichtigste des Geräts</translation>
    </message>
</context>
<context>
    <name>muster::FleetView</name>
    <message>
        <source>No devices yet.</source>
        <translation>Noch keine Geräte.</translation>
    </message>
    <message>
        <source>Add a connection to something your devices talk to, or look around with made-up ones.</source>
        <translation>Eine Verbindung zu etwas hinzufügen, mit dem die Geräte sprechen, oder sich mit erfundenen umsehen.</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Try the demo fleet</source>
        <translation>Demo-Flotte ausprobieren</translation>
    </message>
    <message>
        <source>Add them all</source>
        <translation>Alle aufnehmen</translation>
    </message>
    <message>
        <source>Show all devices</source>
        <translation>Alle Geräte zeigen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Remove from fleet</source>
        <translation>Aus der Flotte nehmen</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>Fleet ▸ %1</source>
        <translation>Flotte ▸ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>devices</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2 offline</source>
        <comment>devices</comment>
        <translation>%1 · %2 offline</translation>
    </message>
    <message>
        <source>The fleet is empty. Discovered devices wait to be added: %1.</source>
        <translation>Die Flotte ist leer. Entdeckte Geräte warten auf Aufnahme: %1.</translation>
    </message>
    <message>
        <source>Drag them here from Discovered, or add them all at once.</source>
        <translation>Aus „Entdeckt“ hierher ziehen oder alle auf einmal aufnehmen.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>Drag devices onto it, or use “Add to group” in a device&apos;s menu.</source>
        <translation>Geräte darauf ziehen oder im Menü eines Geräts „Zu Gruppe hinzufügen“ wählen.</translation>
    </message>
    <message>
        <source>No device matches “%1”.</source>
        <translation>Kein Gerät passt zu „%1“.</translation>
    </message>
    <message>
        <source>“%1” was removed from the fleet.</source>
        <translation>„%1“ wurde aus der Flotte genommen.</translation>
    </message>
    <message>
        <source>%1 were removed from the fleet.</source>
        <translation>%1 wurden aus der Flotte genommen.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Add to group</source>
        <translation>Zu Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Take out of “%1”</source>
        <translation>Aus „%1“ nehmen</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter …</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Add to the fleet</source>
        <translation>In die Flotte aufnehmen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation>Daten exportieren…</translation>
    </message>
    <message>
        <source>Save as group…</source>
        <translation>Als Gruppe speichern …</translation>
    </message>
    <message>
        <source>Keep this search as a group that holds whatever fits it</source>
        <translation>Diese Suche als Gruppe behalten, die enthält, was zu ihr passt</translation>
    </message>
    <message>
        <source>No device fits “%1” now.</source>
        <translation>Zu „%1“ passt gerade kein Gerät.</translation>
    </message>
    <message>
        <source>It holds whatever fits: %1</source>
        <translation>Sie enthält, was passt zu: %1</translation>
    </message>
    <message>
        <source>Merge into one device</source>
        <translation>Zu einem Gerät zusammenführen</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Zusammenführen mit …</translation>
    </message>
    <message>
        <source>Keep as a scene…</source>
        <translation>Als Szene festhalten …</translation>
    </message>
</context>
<context>
    <name>muster::FleetWords</name>
    <message>
        <source>Last heard: %1</source>
        <translation>Zuletzt gehört: %1</translation>
    </message>
    <message>
        <source>%1: not supported yet. %2</source>
        <translation>%1: noch nicht unterstützt. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>metric, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (kept by the broker, may be older)</source>
        <translation>%1 (vom Broker aufbewahrt, womöglich älter)</translation>
    </message>
</context>
<context>
    <name>muster::GroupModel</name>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
</context>
<context>
    <name>muster::GroupsTree</name>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add to the fleet</source>
        <translation>In die Flotte aufnehmen</translation>
    </message>
</context>
<context>
    <name>muster::GroupsView</name>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>group, devices</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Add a group below the selected one</source>
        <translation>Eine Gruppe unter der gewählten anlegen</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>Gruppe löschen</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>New group in here…</source>
        <translation>Neue Gruppe hierin …</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Neue Gruppe …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>%1, dynamic group, %2</source>
        <comment>group, devices</comment>
        <translation>%1, dynamische Gruppe, %2</translation>
    </message>
    <message>
        <source>%1: whatever fits %2</source>
        <translation>%1: was passt zu %2</translation>
    </message>
    <message>
        <source>%1: the search %2 cannot be used. %3</source>
        <translation>%1: Die Suche %2 ist nicht brauchbar. %3</translation>
    </message>
    <message>
        <source>Save as group</source>
        <translation>Als Gruppe speichern</translation>
    </message>
    <message>
        <source>Name of the group that holds whatever fits this search:</source>
        <translation>Name der Gruppe, die enthält, was zu dieser Suche passt:</translation>
    </message>
    <message>
        <source>Edit search…</source>
        <translation>Suche bearbeiten …</translation>
    </message>
</context>
<context>
    <name>muster::HistogramPlot</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>%1 samples, %2 %</source>
        <translation>%1 Werte, %2 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>No samples in the visible range.</source>
        <translation>Keine Werte im sichtbaren Bereich.</translation>
    </message>
</context>
<context>
    <name>muster::HistogramPopup</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message numerus="yes">
        <source>%1 samples in %n bin(s)</source>
        <translation>
            <numerusform>%1 Werte in %n Klasse</numerusform>
            <numerusform>%1 Werte in %n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, of %2 chosen at random</source>
        <translation>%1, von %2 zufällig gewählten</translation>
    </message>
    <message>
        <source>%1; %2 outliers lie outside</source>
        <translation>%1; %2 Ausreißer liegen außerhalb</translation>
    </message>
</context>
<context>
    <name>muster::History</name>
    <message>
        <source>The damaged history %1 cannot be moved aside. Check that its folder can be written.</source>
        <translation>Der beschädigte Verlauf %1 kann nicht beiseitegelegt werden. Prüfen Sie, ob sein Ordner beschreibbar ist.</translation>
    </message>
    <message>
        <source>The history %1 is in use by %2 (process %3). Close it there, or open the history read-only.</source>
        <translation>Der Verlauf %1 wird von %2 (Prozess %3) benutzt. Schließen Sie ihn dort, oder öffnen Sie den Verlauf nur zum Lesen.</translation>
    </message>
    <message>
        <source>The history %1 cannot be locked. Check that its folder exists and can be written.</source>
        <translation>Der Verlauf %1 kann nicht gesperrt werden. Prüfen Sie, ob sein Ordner vorhanden und beschreibbar ist.</translation>
    </message>
    <message>
        <source>The history %1 is damaged. It was kept as %2, and recording goes on in a new one.</source>
        <translation>Der Verlauf %1 ist beschädigt. Er wurde als %2 aufbewahrt, und die Aufzeichnung geht in einem neuen weiter.</translation>
    </message>
    <message>
        <source>Recording stands still: %1 Samples are kept in memory for a while; make room on the disk and it goes on by itself.</source>
        <translation>Die Aufzeichnung steht: %1 Messwerte bleiben eine Zeit lang im Speicher; schaffen Sie Platz auf dem Datenträger, dann geht sie von selbst weiter.</translation>
    </message>
    <message>
        <source>No history is open.</source>
        <translation>Es ist kein Verlauf geöffnet.</translation>
    </message>
    <message>
        <source>A moment of recording in %1 is damaged and was left out. The rest is intact.</source>
        <translation>Ein Augenblick der Aufzeichnung in %1 ist beschädigt und wurde ausgelassen. Der Rest ist unversehrt.</translation>
    </message>
    <message>
        <source>The file %1 is not a history of Muster. Move it away, or choose another place for the history.</source>
        <translation>Die Datei %1 ist kein Verlauf von Muster. Verschieben Sie sie, oder wählen Sie einen anderen Ort für den Verlauf.</translation>
    </message>
    <message>
        <source>There is no history at %1.</source>
        <translation>Bei %1 gibt es keinen Verlauf.</translation>
    </message>
    <message>
        <source>The file %1 holds no history yet.</source>
        <translation>Die Datei %1 enthält noch keinen Verlauf.</translation>
    </message>
    <message>
        <source>The history %1 was written by a newer Muster in a way this one cannot read. Update Muster.</source>
        <translation>Der Verlauf %1 wurde von einem neueren Muster auf eine Weise geschrieben, die dieses nicht lesen kann. Aktualisieren Sie Muster.</translation>
    </message>
    <message>
        <source>The history %1 was written by a newer Muster. Update Muster, or open it read-only.</source>
        <translation>Der Verlauf %1 wurde von einem neueren Muster geschrieben. Aktualisieren Sie Muster, oder öffnen Sie ihn nur zum Lesen.</translation>
    </message>
    <message>
        <source>A stretch of %1 samples of %2 in %3 is damaged and was left out. The rest is intact.</source>
        <translation>Ein Abschnitt von %1 Messwerten von %2 in %3 ist beschädigt und wurde ausgelassen. Der Rest ist unversehrt.</translation>
    </message>
    <message>
        <source>A stretch of the summary of %1 in %2 is damaged and was left out. The rest is intact.</source>
        <translation>Ein Abschnitt der Zusammenfassung von %1 in %2 ist beschädigt und wurde ausgelassen. Der Rest ist unversehrt.</translation>
    </message>
    <message>
        <source>The history has too many questions to answer. Ask again later.</source>
        <translation>Der Verlauf hat zu viele Fragen zu beantworten. Fragen Sie später noch einmal.</translation>
    </message>
</context>
<context>
    <name>muster::HistoryPage</name>
    <message>
        <source>The history is compact.</source>
        <translation>Der Verlauf ist verdichtet.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Auf&amp;zeichnen</translation>
    </message>
    <message>
        <source>Everything that arrives</source>
        <translation>Alles, was ankommt</translation>
    </message>
    <message>
        <source>The devices in the fleet</source>
        <translation>Die Geräte der Flotte</translation>
    </message>
    <message>
        <source>Metrics that fit a pattern:</source>
        <translation>Messgrößen nach Muster:</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Pump */pressure
one pattern a line: device/metric, with * and ?</source>
        <translation>Pumpe */Druck
ein Muster je Zeile: Gerät/Messgröße, mit * und ?</translation>
    </message>
    <message>
        <source>Patterns of what is recorded</source>
        <translation>Muster dessen, was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Device/metric</source>
        <translation>Gerät/Messgröße</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>How long every value is kept</source>
        <translation>Wie lange jeder Wert bleibt</translation>
    </message>
    <message>
        <source>How long minimum, maximum and mean of each minute are kept</source>
        <translation>Wie lange Minimum, Maximum und Mittel jeder Minute bleiben</translation>
    </message>
    <message>
        <source>How long minimum, maximum and mean of each hour are kept</source>
        <translation>Wie lange Minimum, Maximum und Mittel jeder Stunde bleiben</translation>
    </message>
    <message>
        <source>How long what is kept; the first line that fits counts</source>
        <translation>Was wie lange bleibt; die erste passende Zeile gilt</translation>
    </message>
    <message>
        <source>The first line that fits a metric counts; what none fits is kept for ever.</source>
        <translation>Es gilt die erste Zeile, die zu einer Messgröße passt; wozu keine passt, das bleibt für immer.</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>no bound</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Beyond it the oldest values go first, then the minutes, then the hours.</source>
        <translation>Darüber hinaus gehen zuerst die ältesten Werte, dann die Minuten, dann die Stunden.</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Größter Umfang</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Compact now</source>
        <translation>Jetzt verdichten</translation>
    </message>
    <message>
        <source>Merges small pieces, applies the rules and gives room back. Recording goes on.</source>
        <translation>Fügt kleine Stücke zusammen, wendet die Regeln an und gibt Platz frei. Die Aufzeichnung läuft weiter.</translation>
    </message>
    <message>
        <source>Compacting</source>
        <translation>Verdichten</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Nothing is being recorded.</source>
        <translation>Es wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1, %2 values</source>
        <translation>%1, %2 Werte</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 free on the disk</source>
        <translation>%1 frei auf dem Datenträger</translation>
    </message>
    <message>
        <source>at this rate the disk lasts for decades</source>
        <translation>so reicht der Datenträger Jahrzehnte</translation>
    </message>
    <message numerus="yes">
        <source>at this rate the disk lasts %n day(s)</source>
        <translation>
            <numerusform>so reicht der Datenträger noch %n Tag</numerusform>
            <numerusform>so reicht der Datenträger noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>at this rate the disk lasts %1</source>
        <translation>so reicht der Datenträger noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) cannot be read</source>
        <translation>
            <numerusform>%n Stück ist nicht lesbar</numerusform>
            <numerusform>%n Stücke sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Compacting… recording goes on.</source>
        <translation>Verdichte… Die Aufzeichnung läuft weiter.</translation>
    </message>
</context>
<context>
    <name>muster::HoursEdit</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Hours in which it counts</source>
        <translation>Stunden, in denen er gilt</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>in these hours</source>
        <translation>in diesen Stunden</translation>
    </message>
    <message>
        <source>Before the first time it is on the next day; the same means the whole day</source>
        <translation>Vor der ersten Zeit liegt sie am nächsten Tag; dieselbe bedeutet den ganzen Tag</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from a time to another</comment>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>muster::Identity</name>
    <message>
        <source>What was decided about devices on several roads could not be read. Merge them again.</source>
        <translation>Was über Geräte auf mehreren Wegen entschieden wurde, war nicht lesbar. Führen Sie sie noch einmal zusammen.</translation>
    </message>
</context>
<context>
    <name>muster::ImportDialog</name>
    <message>
        <source>The first line holds &amp;headings</source>
        <translation>Die erste Zeile enthält &amp;Überschriften</translation>
    </message>
    <message>
        <source>Import “%1”</source>
        <translation>„%1“ importieren</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Check that the file exists and may be read.</source>
        <translation>„%1“ kann nicht gelesen werden: %2. Prüfen Sie, ob es die Datei gibt und ob sie lesbar ist.</translation>
    </message>
    <message>
        <source>The first rows as they will be read</source>
        <translation>Die ersten Zeilen, wie sie gelesen werden</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Prüfe die Datei…</translation>
    </message>
    <message>
        <source>Recording… %1 values</source>
        <translation>Zeichne auf… %1 Werte</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>&amp;Decimal mark</source>
        <translation>&amp;Dezimalzeichen</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>&amp;Time in</source>
        <translation>&amp;Zeit in</translation>
    </message>
    <message>
        <source>Ti&amp;me is</source>
        <translation>Zeitfor&amp;m</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Aufbau</translation>
    </message>
    <message>
        <source>&amp;Names in</source>
        <translation>&amp;Namen in</translation>
    </message>
    <message>
        <source>&amp;Values in</source>
        <translation>&amp;Werte in</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>Name of the new device</source>
        <translation>Name des neuen Geräts</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>Point: 21.5</source>
        <translation>Punkt: 21.5</translation>
    </message>
    <message>
        <source>Comma: 21,5</source>
        <translation>Komma: 21,5</translation>
    </message>
    <message>
        <source>Year first: 2026-11-22 12:04</source>
        <translation>Jahr zuerst: 2026-11-22 12:04</translation>
    </message>
    <message>
        <source>Day first: 22.11.2026 12:04</source>
        <translation>Tag zuerst: 22.11.2026 12:04</translation>
    </message>
    <message>
        <source>Month first: 11/22/2026 12:04</source>
        <translation>Monat zuerst: 11/22/2026 12:04</translation>
    </message>
    <message>
        <source>Seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>Milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>Microseconds since 1970</source>
        <translation>Mikrosekunden seit 1970</translation>
    </message>
    <message>
        <source>One column for each metric</source>
        <translation>Eine Spalte je Messgröße</translation>
    </message>
    <message>
        <source>One row for each value</source>
        <translation>Eine Zeile je Wert</translation>
    </message>
    <message>
        <source>A new device:</source>
        <translation>Ein neues Gerät:</translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation>– wählen –</translation>
    </message>
    <message>
        <source>“%1” is empty. Choose another file.</source>
        <translation>„%1“ ist leer. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose the column that holds the time.</source>
        <translation>Wählen Sie die Spalte mit der Zeit.</translation>
    </message>
    <message>
        <source>Choose the columns that hold the names and the values.</source>
        <translation>Wählen Sie die Spalten mit den Namen und den Werten.</translation>
    </message>
    <message>
        <source>Give the new device a name.</source>
        <translation>Geben Sie dem neuen Gerät einen Namen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, unit</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Click to rename this column, or to leave it out</source>
        <translation>Klicken, um diese Spalte umzubenennen oder auszulassen</translation>
    </message>
    <message>
        <source>? %1</source>
        <comment>a text that is no time</comment>
        <translation>? %1</translation>
    </message>
    <message>
        <source>In %1 of the first %2 rows the time cannot be read; such rows are left out.</source>
        <translation>In %1 der ersten %2 Zeilen ist die Zeit nicht lesbar; solche Zeilen werden ausgelassen.</translation>
    </message>
    <message>
        <source>Check the first rows. Click a heading to rename a column or leave it out.</source>
        <translation>Prüfen Sie die ersten Zeilen. Ein Klick auf eine Überschrift benennt die Spalte um oder lässt sie aus.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name and unit, for example “pressure (bar)”; empty: leave it out</source>
        <translation>Name und Einheit, zum Beispiel „Druck (bar)“; leer: auslassen</translation>
    </message>
    <message>
        <source>%1 values were recorded. Plot the device to see them.</source>
        <translation>%1 Werte wurden aufgezeichnet. Im Diagramm des Geräts sind sie zu sehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 were there already and were left out.</source>
        <translation>%1 waren schon da und wurden ausgelassen.</translation>
    </message>
</context>
<context>
    <name>muster::Inspector</name>
    <message>
        <source>Add to fleet</source>
        <translation>In die Flotte</translation>
    </message>
    <message>
        <source>This device has not reported any value yet.</source>
        <translation>Dieses Gerät hat noch keinen Wert gemeldet.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Plot the selected metrics (Enter); or drag them onto a chart</source>
        <translation>Die gewählten Messwerte zeichnen (Eingabe); oder auf ein Diagramm ziehen</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Raw messages</source>
        <translation>Rohnachrichten</translation>
    </message>
    <message>
        <source>The device that was shown here is gone.</source>
        <translation>Das hier gezeigte Gerät ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 selected.</source>
        <translation>%1 gewählt.</translation>
    </message>
    <message>
        <source>Nothing selected.</source>
        <translation>Nichts gewählt.</translation>
    </message>
    <message>
        <source>Select one device to see its values and to command it.</source>
        <translation>Ein Gerät wählen, um seine Werte zu sehen und ihm Befehle zu geben.</translation>
    </message>
    <message>
        <source>How it is read…</source>
        <translation>Wie es gelesen wird…</translation>
    </message>
    <message>
        <source>Profile and rate of this device</source>
        <translation>Profil und Geschwindigkeit dieses Geräts</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Zusammenführen mit …</translation>
    </message>
    <message>
        <source>Make this and another device one</source>
        <translation>Dieses und ein anderes Gerät zu einem machen</translation>
    </message>
</context>
<context>
    <name>muster::InspectorHeader</name>
    <message>
        <source>Last heard: %1</source>
        <translation>Zuletzt gehört: %1</translation>
    </message>
</context>
<context>
    <name>muster::Inventory</name>
    <message>
        <source>%1 was written by a newer Muster (format %2, this one knows %3). Use that version, or another folder with --data.</source>
        <translation>%1 stammt von einem neueren Muster (Format %2, dieses kennt %3). Jene Version verwenden oder mit --data einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>muster::JobDialog</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>muster::LegendBar</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>Zinnober</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Black or white</source>
        <translation>Schwarz oder Weiß</translation>
    </message>
    <message>
        <source>Move to the right axis</source>
        <translation>Auf die rechte Achse</translation>
    </message>
    <message>
        <source>Move to the left axis</source>
        <translation>Auf die linke Achse</translation>
    </message>
    <message>
        <source>Remove from this chart</source>
        <translation>Aus diesem Diagramm nehmen</translation>
    </message>
</context>
<context>
    <name>muster::LegendButton</name>
    <message>
        <source>%1, not heard of yet</source>
        <translation>%1, noch nichts gehört</translation>
    </message>
    <message>
        <source>%1, shown, latest value %2</source>
        <translation>%1, gezeigt, neuester Wert %2</translation>
    </message>
    <message>
        <source>%1, hidden, latest value %2</source>
        <translation>%1, ausgeblendet, neuester Wert %2</translation>
    </message>
    <message>
        <source>%1
Click to show or hide it; more with the right button.</source>
        <translation>%1
Klicken zeigt oder verbirgt die Kurve; mehr mit der rechten Taste.</translation>
    </message>
    <message>
        <source>%1
Its device has not been heard of yet.</source>
        <translation>%1
Vom Gerät war noch nichts zu hören.</translation>
    </message>
</context>
<context>
    <name>muster::LinkDialog</name>
    <message>
        <source>Multiplied by</source>
        <translation>Multipliziert mit</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>Least value</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Seconds between two commands</source>
        <translation>Sekunden zwischen zwei Befehlen</translation>
    </message>
    <message>
        <source>Send only what has changed</source>
        <translation>Nur senden, was sich geändert hat</translation>
    </message>
    <message>
        <source>Seconds of silence after which it stops</source>
        <translation>Sekunden der Stille, nach denen sie anhält</translation>
    </message>
    <message>
        <source>and send</source>
        <translation>und senden:</translation>
    </message>
    <message>
        <source>Value to send when it stops</source>
        <translation>Wert, der beim Anhalten gesendet wird</translation>
    </message>
    <message>
        <source>Send it without asking, although it is dangerous</source>
        <translation>Ohne Rückfrage senden, obwohl es gefährlich ist</translation>
    </message>
    <message>
        <source>This link is on</source>
        <translation>Diese Verknüpfung ist an</translation>
    </message>
    <message>
        <source>Edit link</source>
        <translation>Verknüpfung bearbeiten</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>Neue Verknüpfung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Metric and command</source>
        <translation>Messgröße und Befehl</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Create link</source>
        <translation>Verknüpfung anlegen</translation>
    </message>
    <message>
        <source>Device that is read</source>
        <translation>Gerät, das gelesen wird</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Device that is commanded</source>
        <translation>Gerät, dem befohlen wird</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Value ×</source>
        <translation>Wert ×</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Halten auf</translation>
    </message>
    <message>
        <source> s apart</source>
        <translation> s Abstand</translation>
    </message>
    <message>
        <source> s of silence</source>
        <translation> s Stille</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>Anhalten nach</translation>
    </message>
    <message>
        <source>It begins with the next value.</source>
        <translation>Sie beginnt mit dem nächsten Wert.</translation>
    </message>
    <message>
        <source>%1 becomes %2. It begins with the next value.</source>
        <translation>Aus %1 wird %2. Sie beginnt mit dem nächsten Wert.</translation>
    </message>
    <message>
        <source>%1 cannot be sent: it is outside what the command takes.</source>
        <translation>%1 kann nicht gesendet werden: Der Befehl nimmt solche Werte nicht.</translation>
    </message>
</context>
<context>
    <name>muster::LinkEnds</name>
    <message>
        <source>Metrics</source>
        <translation>Messgrößen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message numerus="yes">
        <source>%n more device(s): search for them</source>
        <translation>
            <numerusform>%n weiteres Gerät: danach suchen</numerusform>
            <numerusform>%n weitere Geräte: danach suchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Link to %1</source>
        <translation>Mit %1 verknüpfen</translation>
    </message>
</context>
<context>
    <name>muster::LinkMap</name>
    <message>
        <source>Map of the links</source>
        <translation>Karte der Verknüpfungen</translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s) are in the list alone.</source>
        <translation>
            <numerusform>%n weitere Verknüpfung steht nur in der Liste.</numerusform>
            <numerusform>%n weitere Verknüpfungen stehen nur in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent, %2 failed</source>
        <translation>%1 gesendet, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>%1 → %2. %3</source>
        <translation>%1 → %2. %3</translation>
    </message>
</context>
<context>
    <name>muster::Links</name>
    <message>
        <source>There are %1 links already. Delete one first.</source>
        <translation>Es gibt schon %1 Verknüpfungen. Zuerst eine löschen.</translation>
    </message>
    <message>
        <source>This link is gone.</source>
        <translation>Diese Verknüpfung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The device it reads (%1) is not there.</source>
        <translation>Das Gerät, das sie liest (%1), ist nicht da.</translation>
    </message>
    <message>
        <source>The device it commands (%1) is not there.</source>
        <translation>Das Gerät, dem sie befiehlt (%1), ist nicht da.</translation>
    </message>
    <message>
        <source>%1 has no metric “%2” at the moment.</source>
        <translation>%1 hat im Moment keine Messgröße „%2“.</translation>
    </message>
    <message>
        <source>%1 has no command “%2” at the moment.</source>
        <translation>%1 hat im Moment keinen Befehl „%2“.</translation>
    </message>
</context>
<context>
    <name>muster::LinksWindow</name>
    <message>
        <source>%1 sent, %2 failed, %3 overtaken by a newer value</source>
        <translation>%1 gesendet, %2 fehlgeschlagen, %3 von einem neueren Wert überholt</translation>
    </message>
    <message>
        <source>The clipboard holds no link. Copy one as JSON first.</source>
        <translation>In der Zwischenablage ist keine Verknüpfung. Zuerst eine als JSON kopieren.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verknüpfungen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Drag a metric …</source>
        <translation>Eine Messgröße …</translation>
    </message>
    <message>
        <source>… onto a command</source>
        <translation>… auf einen Befehl ziehen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search in: %1</source>
        <translation>Suchen in: %1</translation>
    </message>
    <message>
        <source>No links yet.</source>
        <translation>Noch keine Verknüpfungen.</translation>
    </message>
    <message>
        <source>Drag a metric from the left onto a command on the right: what it says is sent on from then on.</source>
        <translation>Links eine Messgröße nehmen und rechts auf einen Befehl ziehen: Was sie sagt, wird von da an weitergegeben.</translation>
    </message>
    <message>
        <source>New link…</source>
        <translation>Neue Verknüpfung …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>After it was stopped because it set off itself</source>
        <translation>Nachdem sie angehalten wurde, weil sie sich selbst auslöste</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>muster::LocalBroker</name>
    <message>
        <source>%1 could not be started (%2). Reinstall the mosquitto package.</source>
        <translation>%1 konnte nicht gestartet werden (%2). Das Paket mosquitto neu installieren.</translation>
    </message>
    <message>
        <source>This computer has no MQTT broker. Install the mosquitto package.</source>
        <translation>Dieser Rechner hat keinen MQTT-Broker. Das Paket mosquitto installieren.</translation>
    </message>
    <message>
        <source>The folder “%1” for the broker&apos;s data cannot be made. Check the permissions.</source>
        <translation>Der Ordner „%1“ für die Daten des Brokers lässt sich nicht anlegen. Rechte prüfen.</translation>
    </message>
    <message>
        <source>The broker&apos;s configuration cannot be written to “%1”. Check the free space.</source>
        <translation>Die Konfiguration des Brokers lässt sich nicht nach „%1“ schreiben. Freien Platz prüfen.</translation>
    </message>
    <message>
        <source>The broker on this computer did not start (%1). Reinstall the mosquitto package.</source>
        <translation>Der Broker auf diesem Rechner ist nicht gestartet (%1). Das Paket mosquitto neu installieren.</translation>
    </message>
    <message>
        <source>The broker on this computer ended by itself (%1). Start it again.</source>
        <translation>Der Broker auf diesem Rechner hat sich von selbst beendet (%1). Bitte neu starten.</translation>
    </message>
</context>
<context>
    <name>muster::MailPage</name>
    <message>
        <source>The server took the test mail for %1.</source>
        <translation>Der Server hat die Testmail für %1 angenommen.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>&amp;Verschlüsselung</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Empfänger</translation>
    </message>
    <message>
        <source>Certificate &amp;authority</source>
        <translation>&amp;Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Of mail that names no other; several with commas between them</source>
        <translation>Von Mails, die keinen anderen nennen; mehrere mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None, without a login</source>
        <translation>Keine, ohne Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Keep the password in the keychain</source>
        <translation>Passwort im Schl&amp;üsselbund merken</translation>
    </message>
    <message>
        <source>Send a &amp;test mail</source>
        <translation>&amp;Testmail senden</translation>
    </message>
    <message>
        <source>asking the keychain …</source>
        <translation>der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>known until Muster ends</source>
        <translation>bekannt, bis Muster endet</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <translation>Zertifizierungsstelle wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Se&amp;nder</source>
        <translation>Absen&amp;der</translation>
    </message>
    <message>
        <source>The mail server that alarms and automations send e-mail with.</source>
        <translation>Der Mailserver, mit dem Alarme und Automationen E-Mails senden.</translation>
    </message>
</context>
<context>
    <name>muster::Mailer</name>
    <message>
        <source>The e-mail was dropped: %1 are waiting already.</source>
        <translation>Die E-Mail wurde verworfen: Es warten schon %1.</translation>
    </message>
    <message>
        <source>The password of %1 at %2 is not known, so no e-mail is sent. Type it in the settings, under E-mail.</source>
        <translation>Das Passwort von %1 bei %2 ist nicht bekannt, deshalb geht keine E-Mail hinaus. Tippen Sie es in den Einstellungen, unter E-Mail.</translation>
    </message>
    <message numerus="yes">
        <source>%n more did not fit and were dropped.</source>
        <translation>
            <numerusform>%n weitere passte nicht mehr und wurde verworfen.</numerusform>
            <numerusform>%n weitere passten nicht mehr und wurden verworfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Muster: %n message(s)</source>
        <translation>
            <numerusform>Muster: %n Meldung</numerusform>
            <numerusform>Muster: %n Meldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>A test mail from Muster</source>
        <translation>Eine Testmail von Muster</translation>
    </message>
    <message>
        <source>E-mail from Muster works: %1 took this one.</source>
        <translation>E-Mails von Muster kommen an: %1 hat diese angenommen.</translation>
    </message>
</context>
<context>
    <name>muster::Mailing</name>
    <message>
        <source>An e-mail was dropped, because too many are waiting.</source>
        <translation>Eine E-Mail wurde verworfen, weil zu viele warten.</translation>
    </message>
    <message>
        <source>An e-mail was not sent: %1</source>
        <translation>Eine E-Mail wurde nicht gesendet: %1</translation>
    </message>
    <message>
        <source>The password of %1 at %2 is not known, so no e-mail is sent. Type it in the settings, under E-mail.</source>
        <translation>Das Passwort von %1 bei %2 ist nicht bekannt, deshalb geht keine E-Mail hinaus. Tippen Sie es in den Einstellungen, unter E-Mail.</translation>
    </message>
</context>
<context>
    <name>muster::MainWindow</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Muster</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Discovered</source>
        <translation>Entdeckt</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>muster::MergeDesk</name>
    <message>
        <source>%1 are one device now.</source>
        <translation>%1 sind jetzt ein Gerät.</translation>
    </message>
    <message>
        <source>%1 is a device of its own now, apart from “%2”.</source>
        <translation>%1 ist jetzt ein eigenes Gerät, getrennt von „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was merged: at most %n device(s) can be made one. Select fewer.</source>
        <translation>
            <numerusform>Nichts wurde zusammengeführt: Höchstens %n Gerät kann eines werden. Wählen Sie weniger aus.</numerusform>
            <numerusform>Nichts wurde zusammengeführt: Höchstens %n Geräte können eines werden. Wählen Sie weniger aus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::MergeDialog</name>
    <message>
        <source>Merge with another device</source>
        <translation>Mit einem anderen Gerät zusammenführen</translation>
    </message>
    <message>
        <source>Which other device is “%1”, too?</source>
        <translation>Welches andere Gerät ist ebenfalls „%1“?</translation>
    </message>
    <message>
        <source>Name, address or model</source>
        <translation>Name, Adresse oder Modell</translation>
    </message>
    <message>
        <source>Search for a device</source>
        <translation>Nach einem Gerät suchen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>name of a device, its address</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 more. Type a part of the name to find one.</source>
        <translation>%1 weitere. Ein Teil des Namens hilft beim Finden.</translation>
    </message>
    <message>
        <source>Both become one device with the addresses, metrics and commands of both. It can be undone, and later split again in Details.</source>
        <translation>Beide werden ein Gerät mit den Adressen, Messgrößen und Befehlen von beiden. Es lässt sich rückgängig machen und später unter Details wieder trennen.</translation>
    </message>
    <message>
        <source>One device with %1 and the addresses %2. All metrics keep what was recorded.</source>
        <translation>Ein Gerät mit %1 und den Adressen %2. Alle Messgrößen behalten ihre Aufzeichnungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n Messgröße</numerusform>
            <numerusform>%n Messgrößen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::MessageView</name>
    <message>
        <source>Select a topic to see its last message.</source>
        <translation>Wählen Sie ein Thema, um seine letzte Nachricht zu sehen.</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>retained</source>
        <translation>behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 are kept.</source>
        <translation>Nur die ersten %1 werden aufgehoben.</translation>
    </message>
    <message>
        <source>There was no message before this one.</source>
        <translation>Vor dieser gab es keine Nachricht.</translation>
    </message>
    <message>
        <source>The same as the message before.</source>
        <translation>Wie die Nachricht davor.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>Hexadezimal</translation>
    </message>
    <message>
        <source>How the payload is shown</source>
        <translation>Wie der Inhalt gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Changes only</source>
        <translation>Nur &amp;Änderungen</translation>
    </message>
    <message>
        <source>Compares it with the message before</source>
        <translation>Vergleicht sie mit der Nachricht davor</translation>
    </message>
    <message>
        <source>Copy the topic</source>
        <translation>Das Thema kopieren</translation>
    </message>
    <message>
        <source>Copy the payload</source>
        <translation>Den Inhalt kopieren</translation>
    </message>
    <message>
        <source>Send something like it</source>
        <translation>Etwas Ähnliches senden</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>muster::MetricList</name>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>not supported yet</source>
        <translation>noch nicht unterstützt</translation>
    </message>
    <message>
        <source>New alarm…</source>
        <translation>Neuer Alarm …</translation>
    </message>
    <message>
        <source>Link to a command…</source>
        <translation>Mit einem Befehl verknüpfen…</translation>
    </message>
</context>
<context>
    <name>muster::MetricModel</name>
    <message>
        <source>Metric</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>muster::MetricPicker</name>
    <message>
        <source>Add a metric to the chart</source>
        <translation>Dem Diagramm einen Messwert hinzufügen</translation>
    </message>
    <message>
        <source>Search devices and metrics</source>
        <translation>Geräte und Messwerte suchen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
</context>
<context>
    <name>muster::MqttBackend</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird aufgebaut …</translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation>Die Verbindung zu %1 wurde geschlossen.</translation>
    </message>
    <message>
        <source>Connected to %1 again.</source>
        <translation>Wieder mit %1 verbunden.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Mit %1 verbunden.</translation>
    </message>
    <message>
        <source>%1 refused to let this login hear “%2”. Ask for permission, or narrow the filter of the connection.</source>
        <translation>%1 erlaubt dieser Anmeldung nicht, „%2“ zu hören. Um Erlaubnis bitten oder den Filter der Verbindung enger fassen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the command was taken.</source>
        <translation>Die Verbindung zu %1 ist abgerissen, bevor der Befehl angenommen wurde.</translation>
    </message>
    <message>
        <source>%1 is not connected. The command was not sent.</source>
        <translation>%1 ist nicht verbunden. Der Befehl wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The device takes no command “%1” over this connection.</source>
        <translation>Über diese Verbindung nimmt das Gerät keinen Befehl „%1“ an.</translation>
    </message>
    <message>
        <source>Too many commands wait for %1. Try again when some are done.</source>
        <translation>Zu viele Befehle warten auf %1. Wieder versuchen, wenn einige erledigt sind.</translation>
    </message>
    <message>
        <source>%1 is not connected. Nothing was sent.</source>
        <translation>%1 ist nicht verbunden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>“%1” is no topic to send to. Choose one, without + and #.</source>
        <translation>„%1“ ist kein Topic, an das gesendet werden kann. Wählen Sie eines, ohne + und #.</translation>
    </message>
    <message>
        <source>%1 cannot be heard as a Sparkplug host.</source>
        <translation>%1 lässt sich nicht als Sparkplug-Host hören.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the message was taken.</source>
        <translation>Die Verbindung zu %1 riss ab, bevor die Nachricht angenommen wurde.</translation>
    </message>
</context>
<context>
    <name>muster::MqttFields</name>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Topic &amp;filters</source>
        <translation>Topic-&amp;Filter</translation>
    </message>
    <message>
        <source>P&amp;rotocol</source>
        <translation>Pr&amp;otokoll</translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>broker.local</source>
        <translation>broker.local</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>&amp;Encrypted (TLS)</source>
        <translation>&amp;Verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>all topics</source>
        <translation>alle Topics</translation>
    </message>
    <message>
        <source>Which topics to listen to, with commas between them: home/#, +/status</source>
        <translation>Welche Topics gehört werden, durch Kommas getrennt: home/#, +/status</translation>
    </message>
    <message>
        <source>made up</source>
        <translation>wird erdacht</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>How devices announce themselves</source>
        <translation>Wie Geräte sich ankündigen</translation>
    </message>
    <message>
        <source>Carried &amp;by</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>&amp;Web path</source>
        <translation>&amp;Web-Pfad</translation>
    </message>
    <message>
        <source>A WebSocket gets through where only web servers are reached</source>
        <translation>Ein WebSocket kommt durch, wo nur Webserver erreichbar sind</translation>
    </message>
    <message>
        <source>Where on the web server the WebSocket is</source>
        <translation>Wo auf dem Webserver der WebSocket ist</translation>
    </message>
    <message>
        <source>1883, or 8883 when encrypted; over a WebSocket 80 or 443</source>
        <translation>1883, verschlüsselt 8883; über einen WebSocket 80 oder 443</translation>
    </message>
</context>
<context>
    <name>muster::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Den Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>muster::NoticesModel</name>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>muster::NoticesView</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Nothing to report. What connections have to say appears here.</source>
        <translation>Nichts zu melden. Was Verbindungen zu sagen haben, erscheint hier.</translation>
    </message>
    <message>
        <source>Copy the selected messages, or all</source>
        <translation>Die gewählten Meldungen kopieren, oder alle</translation>
    </message>
    <message>
        <source>Copy messages</source>
        <translation>Meldungen kopieren</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Die Liste leeren</translation>
    </message>
    <message>
        <source>Clear messages</source>
        <translation>Meldungen leeren</translation>
    </message>
</context>
<context>
    <name>muster::Notifying</name>
    <message>
        <source>%1: %2</source>
        <comment>device, alarm</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alarm(s)</source>
        <translation>
            <numerusform>%n neuer Alarm</numerusform>
            <numerusform>%n neue Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Automations</source>
        <translation>Automationen</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) still active</source>
        <translation>
            <numerusform>%n Alarm noch aktiv</numerusform>
            <numerusform>%n Alarme noch aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>new alarms, alarms still active</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>device, alarm, what it says</comment>
        <translation>%1: %2: %3</translation>
    </message>
</context>
<context>
    <name>muster::NumberControl</name>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
</context>
<context>
    <name>muster::PairingBar</name>
    <message>
        <source>Yes, pair</source>
        <translation>Ja, koppeln</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Koppeln</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Does %1 show this number, too?</source>
        <translation>Zeigt %1 auch diese Zahl?</translation>
    </message>
    <message>
        <source>Type the number that %1 shows.</source>
        <translation>Geben Sie die Zahl ein, die %1 zeigt.</translation>
    </message>
    <message>
        <source>Type the PIN of %1. It is often 0000 or in its manual.</source>
        <translation>Geben Sie die PIN von %1 ein. Oft ist es 0000, oder sie steht in der Anleitung.</translation>
    </message>
    <message>
        <source>Type this number on %1.</source>
        <translation>Geben Sie diese Zahl auf %1 ein.</translation>
    </message>
    <message>
        <source>May %1 be paired with this computer?</source>
        <translation>Darf %1 mit diesem Rechner gekoppelt werden?</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN von %1</translation>
    </message>
    <message>
        <source>Number that %1 shows</source>
        <translation>Zahl, die %1 zeigt</translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation>Zahl: %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
</context>
<context>
    <name>muster::PasswordBar</name>
    <message>
        <source>%1 wants a password.</source>
        <translation>%1 verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>%1 wants the password of %2.</source>
        <translation>%1 verlangt das Passwort von %2.</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation>Im Schlüsselbund merken</translation>
    </message>
    <message>
        <source>No keychain: asked at each start</source>
        <translation>Kein Schlüsselbund: wird bei jedem Start erfragt</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Not now (Esc)</source>
        <translation>Nicht jetzt (Esc)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>%1 wants the passphrase of its key.</source>
        <translation>%1 verlangt die Passphrase ihres Schlüssels.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase for %1</source>
        <translation>Passphrase für %1</translation>
    </message>
</context>
<context>
    <name>muster::PastTrial</name>
    <message>
        <source>The recorded past did not answer in time. Try again later.</source>
        <translation>Die aufgezeichnete Vergangenheit antwortete nicht rechtzeitig. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Nothing is recorded. Switch recording on in the settings of the history.</source>
        <translation>Es wird nichts aufgezeichnet. Schalten Sie die Aufzeichnung in den Einstellungen des Verlaufs ein.</translation>
    </message>
    <message numerus="yes">
        <source>It ended at %n million values. Narrow down what it is about to look further.</source>
        <translation>
            <numerusform>Nach einer Million Werten war Schluss. Grenzen Sie ein, worum es geht, um weiter zu sehen.</numerusform>
            <numerusform>Nach %n Millionen Werten war Schluss. Grenzen Sie ein, worum es geht, um weiter zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No metric of the fleet is what it waits for. Only triggers about metrics and schedules can be tried: the past of devices and alarms is not recorded.</source>
        <translation>Keine Messgröße der Flotte ist das, worauf sie wartet. Nur Auslöser über Messgrößen und Zeitpläne lassen sich erproben: Die Vergangenheit von Geräten und Alarmen wird nicht aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>muster::PlainLog</name>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>ein Passwort</translation>
    </message>
    <message>
        <source>the passphrase of its key</source>
        <translation>die Passphrase ihres Schlüssels</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>connection, what happened to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n-mal)</numerusform>
            <numerusform>(%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for %2. Start Muster once with its window on this folder, and let the keychain keep it.</source>
        <translation>%1 wartet auf %2. Muster einmal mit Fenster auf diesem Ordner starten und es vom Schlüsselbund aufheben lassen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more changes of alarms</source>
        <translation>
            <numerusform>und %n weitere Änderung von Alarmen</numerusform>
            <numerusform>und %n weitere Änderungen von Alarmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm %1: %2, %3, %4 (%5)</source>
        <comment>what happened to it, device, its name, value, severity</comment>
        <translation>Alarm %1: %2, %3, %4 (%5)</translation>
    </message>
</context>
<context>
    <name>muster::PlanTarget</name>
    <message>
        <source>Command of the plan</source>
        <translation>Befehl des Plans</translation>
    </message>
    <message>
        <source>Send the value as</source>
        <translation>Den Wert senden als</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
</context>
<context>
    <name>muster::PortWatch</name>
    <message>
        <source>Boards on USB</source>
        <translation>Geräte an USB</translation>
    </message>
</context>
<context>
    <name>muster::ProbeDialog</name>
    <message>
        <source>Listening to %1. Nothing is written.</source>
        <translation>%1 wird abgehört. Es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Listening to %1, after an empty line at each rate.</source>
        <translation>%1 wird abgehört, nach einer Leerzeile bei jeder Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Listening to %1: %2 at %3 Bd.</source>
        <translation>%1 wird abgehört: %2 bei %3 Bd.</translation>
    </message>
    <message>
        <source>This is what %1 may be speaking.</source>
        <translation>Das könnte %1 sprechen.</translation>
    </message>
    <message>
        <source>%1 said nothing at any rate. Some devices only speak when spoken to: tick below that something may be written, then listen again.</source>
        <translation>%1 hat bei keiner Geschwindigkeit etwas gesagt. Manche Geräte sprechen nur, wenn man sie anspricht: Erlauben Sie unten das Schreiben und hören Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 says something, but nothing Muster knows. Open the console to see it, and write a profile for it.</source>
        <translation>%1 sagt etwas, aber nichts, was Muster kennt. In der Konsole ist es zu sehen; schreiben Sie ein Profil dafür.</translation>
    </message>
    <message>
        <source>%1 Bd</source>
        <translation>%1 Bd</translation>
    </message>
    <message>
        <source>What %1 speaks</source>
        <translation>Was %1 spricht</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Was es liest</translation>
    </message>
    <message>
        <source>What it may be speaking</source>
        <translation>Was es sprechen könnte</translation>
    </message>
    <message>
        <source>Rates listened to</source>
        <translation>Abgehörte Geschwindigkeiten</translation>
    </message>
    <message>
        <source>&amp;Write an empty line first, for devices that only speak when spoken to</source>
        <translation>Zuerst eine &amp;Leerzeile schreiben, für Geräte, die nur auf Ansprache sprechen</translation>
    </message>
    <message>
        <source>What is connected may take it for a command. Without this, not a byte is written.</source>
        <translation>Was angeschlossen ist, kann sie für einen Befehl halten. Ohne dies wird kein Byte geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Listen again</source>
        <translation>&amp;Noch einmal hören</translation>
    </message>
    <message>
        <source>&amp;Edit as profile…</source>
        <translation>Als Profil &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Use this</source>
        <translation>Dies &amp;verwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>muster::ProfileDesk</name>
    <message>
        <source>Install the profile %1</source>
        <translation>Das Profil %1 installieren</translation>
    </message>
    <message>
        <source>Install a profile</source>
        <translation>Ein Profil installieren</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profile (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 was not installed. %2</source>
        <translation>%1 wurde nicht installiert. %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The profile “%1” is there already, just the same.</source>
        <translation>Das Profil „%1“ ist schon da, genau so.</translation>
    </message>
    <message>
        <source>A profile “%1” (%2) is installed already.</source>
        <translation>Ein Profil „%1“ (%2) ist schon installiert.</translation>
    </message>
    <message>
        <source>A profile “%1” (%2) comes with Muster.</source>
        <translation>Ein Profil „%1“ (%2) gehört zu Muster.</translation>
    </message>
    <message>
        <source>Shall the dropped one take its place?</source>
        <translation>Soll das neue seinen Platz einnehmen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Ports cannot be listened to here.</source>
        <translation>Anschlüsse können hier nicht abgehört werden.</translation>
    </message>
    <message>
        <source>The profile “%1” is installed. Bluetooth devices it fits are read by it now.</source>
        <translation>Das Profil „%1“ ist installiert. Bluetooth-Geräte, zu denen es passt, werden jetzt damit gelesen.</translation>
    </message>
    <message>
        <source>The profile “%1” is installed. Serial lines can be read by it now.</source>
        <translation>Das Profil „%1“ ist installiert. Serielle Leitungen können jetzt damit gelesen werden.</translation>
    </message>
</context>
<context>
    <name>muster::ProfileEditor</name>
    <message>
        <source>%1 (installed)</source>
        <translation>%1 (installiert)</translation>
    </message>
    <message>
        <source>What was changed is not installed. Choose again to throw it away.</source>
        <translation>Was geändert wurde, ist nicht installiert. Wählen Sie noch einmal, um es zu verwerfen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>This is a valid profile.</source>
        <translation>Das ist ein gültiges Profil.</translation>
    </message>
    <message>
        <source>&amp;Replace installed</source>
        <translation>Installiertes e&amp;rsetzen</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>Nothing is kept in the demo, profiles neither. Export it to a file instead.</source>
        <translation>In der Vorführung wird nichts aufgehoben, auch keine Profile. Exportieren Sie es in eine Datei.</translation>
    </message>
    <message>
        <source>The id is made of small letters, digits and “-”.</source>
        <translation>Die Kennung besteht aus Kleinbuchstaben, Ziffern und „-“.</translation>
    </message>
    <message>
        <source>Connections can use it as soon as it is installed.</source>
        <translation>Verbindungen können es verwenden, sobald es installiert ist.</translation>
    </message>
    <message>
        <source>“%1” was removed. Its text is still here; install it to have it back.</source>
        <translation>„%1“ wurde entfernt. Der Text ist noch hier; installieren Sie ihn, um es wiederzuhaben.</translation>
    </message>
    <message>
        <source>Export profile</source>
        <translation>Profil exportieren</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profile (*.json)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>Profil öffnen</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profile (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>What was changed is not installed. Close again to throw it away.</source>
        <translation>Was geändert wurde, ist nicht installiert. Schließen Sie noch einmal, um es zu verwerfen.</translation>
    </message>
    <message>
        <source>Device profiles</source>
        <translation>Geräteprofile</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Not installed yet</source>
        <translation>Noch nicht installiert</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Begin a new profile</source>
        <translation>Ein neues Profil beginnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open the file of a profile</source>
        <translation>Die Datei eines Profils öffnen</translation>
    </message>
    <message>
        <source>The profile as JSON</source>
        <translation>Das Profil als JSON</translation>
    </message>
    <message>
        <source>Whether the profile is valid</source>
        <translation>Ob das Profil gültig ist</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Hingehen</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es sagt</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Was es liest</translation>
    </message>
    <message>
        <source>I&amp;d</source>
        <translation>&amp;Kennung</translation>
    </message>
    <message>
        <source>Id of the profile</source>
        <translation>Kennung des Profils</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>%1 (Bluetooth, installed)</source>
        <translation>%1 (Bluetooth, installiert)</translation>
    </message>
    <message>
        <source>%1 (Bluetooth)</source>
        <translation>%1 (Bluetooth)</translation>
    </message>
    <message>
        <source>Installed as “%1”. Bluetooth devices it fits are read by it now.</source>
        <translation>Als „%1“ installiert. Bluetooth-Geräte, zu denen es passt, werden jetzt damit gelesen.</translation>
    </message>
    <message>
        <source>Installed as “%1”. Serial lines can be read by it now.</source>
        <translation>Als „%1“ installiert. Serielle Leitungen können jetzt damit gelesen werden.</translation>
    </message>
    <message>
        <source>For a serial line</source>
        <translation>Für eine serielle Leitung</translation>
    </message>
    <message>
        <source>For a Bluetooth device</source>
        <translation>Für ein Bluetooth-Gerät</translation>
    </message>
</context>
<context>
    <name>muster::ProfilePreview</name>
    <message>
        <source>Open captured bytes</source>
        <translation>Aufgezeichnete Bytes öffnen</translation>
    </message>
    <message>
        <source>The profile&apos;s examples</source>
        <translation>Beispiele des Profils</translation>
    </message>
    <message>
        <source>Bytes as text</source>
        <translation>Bytes als Text</translation>
    </message>
    <message>
        <source>Bytes as hexadecimal digits</source>
        <translation>Bytes als Hexadezimalziffern</translation>
    </message>
    <message>
        <source>What comes over %1 now</source>
        <translation>Was gerade über %1 kommt</translation>
    </message>
    <message>
        <source>02 41 0D 0A …</source>
        <translation>02 41 0D 0A …</translation>
    </message>
    <message>
        <source>Paste here what the device says.</source>
        <translation>Fügen Sie hier ein, was das Gerät sagt.</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>Noch ist nichts gekommen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>There is something wrong with the profile; what it would read is shown when that is put right.</source>
        <translation>Mit dem Profil stimmt etwas nicht; was es lesen würde, ist zu sehen, wenn das behoben ist.</translation>
    </message>
    <message>
        <source>The profile has no examples. Choose above what it should be tried on.</source>
        <translation>Das Profil hat keine Beispiele. Wählen Sie oben, woran es versucht werden soll.</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) give what they should.</source>
        <translation>
            <numerusform>%n Beispiel gibt, was es soll.</numerusform>
            <numerusform>%n Beispiele geben, was sie sollen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bytes to try the profile on</source>
        <translation>Bytes, an denen das Profil versucht wird</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Open a file with captured bytes…</source>
        <translation>Eine Datei mit aufgezeichneten Bytes öffnen…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>What the profile reads</source>
        <translation>Was das Profil liest</translation>
    </message>
    <message>
        <source>The script is running…</source>
        <translation>Das Skript läuft …</translation>
    </message>
    <message>
        <source>What a Bluetooth device says is not tried here; its values are seen as soon as it is connected.</source>
        <translation>Was ein Bluetooth-Gerät sagt, wird hier nicht ausprobiert; seine Werte sind zu sehen, sobald es verbunden ist.</translation>
    </message>
</context>
<context>
    <name>muster::ProfileWords</name>
    <message>
        <source>lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>between a start and an end</source>
        <translation>zwischen Anfang und Ende</translation>
    </message>
    <message>
        <source>the length stands in front</source>
        <translation>die Länge steht davor</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) each</source>
        <translation>
            <numerusform>je %n Byte</numerusform>
            <numerusform>je %n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>a silence of %1 ms ends one</source>
        <translation>eine Stille von %1 ms beendet einen</translation>
    </message>
    <message>
        <source>Modbus RTU</source>
        <translation>Modbus RTU</translation>
    </message>
    <message>
        <source>found out line by line</source>
        <translation>Zeile für Zeile herausgefunden</translation>
    </message>
    <message>
        <source>names and values</source>
        <translation>Namen und Werte</translation>
    </message>
    <message>
        <source>Modbus, listened to</source>
        <translation>Modbus, mitgehört</translation>
    </message>
    <message>
        <source>numbers at their places</source>
        <translation>Zahlen an ihren Stellen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1 Bd</source>
        <translation>%1 Bd</translation>
    </message>
    <message>
        <source>Bluetooth service</source>
        <translation>Bluetooth-Dienst</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>an oder aus</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Asked again and again</source>
        <translation>Immer wieder gefragt</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checksum(s) wrong</source>
        <translation>
            <numerusform>%n Prüfsumme falsch</numerusform>
            <numerusform>%n Prüfsummen falsch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) not understood</source>
        <translation>
            <numerusform>%n Rahmen nicht verstanden</numerusform>
            <numerusform>%n Rahmen nicht verstanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) too long</source>
        <translation>
            <numerusform>%n Rahmen zu lang</numerusform>
            <numerusform>%n Rahmen zu lang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) belong to no frame</source>
        <translation>
            <numerusform>%n Byte gehört zu keinem Rahmen</numerusform>
            <numerusform>%n Bytes gehören zu keinem Rahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) without a value</source>
        <translation>
            <numerusform>%n Rahmen ohne Wert</numerusform>
            <numerusform>%n Rahmen ohne Wert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) out of range</source>
        <translation>
            <numerusform>%n Wert außerhalb des Bereichs</numerusform>
            <numerusform>%n Werte außerhalb des Bereichs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of another type</source>
        <translation>
            <numerusform>%n Wert anderer Art</numerusform>
            <numerusform>%n Werte anderer Art</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) beyond the limits</source>
        <translation>
            <numerusform>%n Wert jenseits der Grenzen</numerusform>
            <numerusform>%n Werte jenseits der Grenzen</numerusform>
        </translation>
    </message>
    <message>
        <source>very likely (%1 %)</source>
        <translation>sehr wahrscheinlich (%1 %)</translation>
    </message>
    <message>
        <source>likely (%1 %)</source>
        <translation>wahrscheinlich (%1 %)</translation>
    </message>
    <message>
        <source>possible (%1 %)</source>
        <translation>möglich (%1 %)</translation>
    </message>
    <message>
        <source>by a script</source>
        <translation>durch ein Skript</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) at which the script was stopped</source>
        <translation>
            <numerusform>%n Rahmen, bei dem das Skript angehalten wurde</numerusform>
            <numerusform>%n Rahmen, bei denen das Skript angehalten wurde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) the script did not get</source>
        <translation>
            <numerusform>%n Rahmen, den das Skript nicht bekam</numerusform>
            <numerusform>%n Rahmen, die das Skript nicht bekam</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices it fits</source>
        <translation>Geräte, zu denen es passt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Announced service</source>
        <translation>Angekündigter Dienst</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Characteristic %1 of service %2</source>
        <translation>Merkmal %1 des Dienstes %2</translation>
    </message>
    <message>
        <source>Asked for its state by</source>
        <translation>Gefragt nach seinem Zustand mit</translation>
    </message>
</context>
<context>
    <name>muster::PropertiesView</name>
    <message>
        <source>Payload format</source>
        <translation>Art des Inhalts</translation>
    </message>
    <message>
        <source>Text (UTF-8)</source>
        <translation>Text (UTF-8)</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>Verfällt nach</translation>
    </message>
    <message>
        <source>Response topic</source>
        <translation>Antwort-Topic</translation>
    </message>
    <message>
        <source>Correlation data</source>
        <translation>Korrelationsdaten</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n more, too long or too many</source>
        <translation>
            <numerusform>%n weitere, zu lang oder zu viele</numerusform>
            <numerusform>%n weitere, zu lang oder zu viele</numerusform>
        </translation>
    </message>
    <message>
        <source>Properties of the message</source>
        <translation>Eigenschaften der Nachricht</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Den Wert kopieren</translation>
    </message>
    <message>
        <source>Copy all properties</source>
        <translation>Alle Eigenschaften kopieren</translation>
    </message>
</context>
<context>
    <name>muster::PublishPanel</name>
    <message>
        <source>The payload is longer than %1. Make it shorter.</source>
        <translation>Der Inhalt ist länger als %1. Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>Gesendet.</translation>
    </message>
    <message>
        <source>The broker has it.</source>
        <translation>Der Broker hat sie.</translation>
    </message>
    <message>
        <source>Save this message</source>
        <translation>Diese Nachricht merken</translation>
    </message>
    <message>
        <source>Forget this message</source>
        <translation>Diese Nachricht vergessen</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Topic to send to</source>
        <translation>Thema, an das gesendet wird</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Payload to send</source>
        <translation>Inhalt, der gesendet wird</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>Hexadezimal</translation>
    </message>
    <message>
        <source>How the payload is written</source>
        <translation>Wie der Inhalt geschrieben ist</translation>
    </message>
    <message>
        <source>QoS 0: once at most</source>
        <translation>QoS 0: höchstens einmal</translation>
    </message>
    <message>
        <source>QoS 1: once at least</source>
        <translation>QoS 1: mindestens einmal</translation>
    </message>
    <message>
        <source>QoS 2: once exactly</source>
        <translation>QoS 2: genau einmal</translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation>Dienstgüte</translation>
    </message>
    <message>
        <source>&amp;Retain</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>The broker keeps it for whoever subscribes later</source>
        <translation>Der Broker hebt sie für alle auf, die später abonnieren</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>Messages that were saved for this connection</source>
        <translation>Nachrichten, die für diese Verbindung gemerkt wurden</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Früher gesendet</translation>
    </message>
    <message>
        <source>The last messages that were sent from here</source>
        <translation>Die letzten Nachrichten, die von hier gesendet wurden</translation>
    </message>
</context>
<context>
    <name>muster::QueryHint</name>
    <message>
        <source>Write “%1”</source>
        <translation>„%1“ schreiben</translation>
    </message>
</context>
<context>
    <name>muster::RangeChoice</name>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <source>Everything recorded</source>
        <translation>Alles Aufgezeichnete</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>muster::RangeReader</name>
    <message>
        <source>The recorded past did not answer in time.</source>
        <translation>Die aufgezeichnete Vergangenheit hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>muster::RawView</name>
    <message>
        <source>Raw messages</source>
        <translation>Rohnachrichten</translation>
    </message>
    <message>
        <source>Messages show up here as they arrive.</source>
        <translation>Nachrichten erscheinen hier, wie sie eintreffen.</translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation>Die Ansicht anhalten</translation>
    </message>
    <message>
        <source>Copy all messages</source>
        <translation>Alle Nachrichten kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Paused · %1 waiting</source>
        <translation>Angehalten · %1 warten</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>The last %1 messages</source>
        <translation>Die letzten %1 Nachrichten</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… %1 weitere</translation>
    </message>
</context>
<context>
    <name>muster::ReadingDialog</name>
    <message>
        <source>As the connection says</source>
        <translation>Wie die Verbindung es sagt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation>Wie %1 gelesen wird</translation>
    </message>
    <message>
        <source>This holds for the connection of %1, which is opened anew.</source>
        <translation>Das gilt für die Verbindung von %1, die neu geöffnet wird.</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>&amp;Geschwindigkeit</translation>
    </message>
    <message>
        <source>As the profile or the connection says</source>
        <translation>Wie das Profil oder die Verbindung es sagt</translation>
    </message>
    <message>
        <source>In Bd, as the device is set. Boards on USB often ignore it</source>
        <translation>In Bd, wie das Gerät eingestellt ist. Geräte an USB beachten es oft nicht</translation>
    </message>
    <message>
        <source>&amp;Find out what it speaks…</source>
        <translation>&amp;Herausfinden, was es spricht…</translation>
    </message>
    <message>
        <source>&amp;Edit profiles…</source>
        <translation>Profile &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This holds for %1 alone. Its link stays.</source>
        <translation>Das gilt für %1 allein. Die Verbindung dorthin bleibt bestehen.</translation>
    </message>
    <message>
        <source>This holds for %1 alone, whatever port it is plugged into. It is opened anew, the other boards are not.</source>
        <translation>Das gilt für %1 allein, an welchem Anschluss es auch steckt. Es wird neu geöffnet, die anderen Boards nicht.</translation>
    </message>
</context>
<context>
    <name>muster::Recording</name>
    <message>
        <source>The recorded history could not be read. It was kept as %1; this is a new one.</source>
        <translation>Der aufgezeichnete Verlauf war nicht lesbar. Er wurde als %1 aufbewahrt; dies ist ein neuer.</translation>
    </message>
    <message>
        <source>The history has reached its size limit: the oldest recordings now make room for new ones. The limit is set in the settings.</source>
        <translation>Der Verlauf hat seine Größengrenze erreicht: Die ältesten Aufzeichnungen machen nun neuen Platz. Die Grenze steht in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>muster::ReplayBar</name>
    <message>
        <source>Replay · %1</source>
        <translation>Rückblick · %1</translation>
    </message>
    <message>
        <source>Pause (Ctrl+Space)</source>
        <translation>Anhalten (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>Play (Ctrl+Space)</source>
        <translation>Abspielen (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>Pause the replay</source>
        <translation>Den Rückblick anhalten</translation>
    </message>
    <message>
        <source>Play the replay</source>
        <translation>Den Rückblick abspielen</translation>
    </message>
    <message>
        <source>Ten seconds back (Alt+Left)</source>
        <translation>Zehn Sekunden zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Ten seconds back</source>
        <translation>Zehn Sekunden zurück</translation>
    </message>
    <message>
        <source>Ten seconds on (Alt+Right)</source>
        <translation>Zehn Sekunden weiter (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Ten seconds on</source>
        <translation>Zehn Sekunden weiter</translation>
    </message>
    <message>
        <source>Moment shown</source>
        <translation>Gezeigter Zeitpunkt</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>Zu einem Zeitpunkt gehen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Seconds of then in a second of now</source>
        <translation>Sekunden von damals je Sekunde von heute</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zur Gegenwart</translation>
    </message>
    <message>
        <source>Show the present again (Esc)</source>
        <translation>Wieder die Gegenwart zeigen (Esc)</translation>
    </message>
</context>
<context>
    <name>muster::ReplayDesk</name>
    <message>
        <source>This is the past. Go back to live first.</source>
        <translation>Das ist die Vergangenheit. Kehren Sie zuerst in die Gegenwart zurück.</translation>
    </message>
</context>
<context>
    <name>muster::RetainedDialog</name>
    <message>
        <source>Clear retained messages</source>
        <translation>Behaltene Nachrichten löschen</translation>
    </message>
    <message>
        <source>Retained topics</source>
        <translation>Themen mit behaltenen Nachrichten</translation>
    </message>
    <message>
        <source>Nothing is retained there.</source>
        <translation>Dort ist nichts behalten.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n retained message(s) would be taken away from the broker, for everybody.</source>
        <translation>
            <numerusform>%n behaltene Nachricht würde dem Broker weggenommen, für alle.</numerusform>
            <numerusform>%n behaltene Nachrichten würden dem Broker weggenommen, für alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retained message(s) at and below “%1” would be taken away from the broker, for everybody.</source>
        <translation>
            <numerusform>%n behaltene Nachricht bei „%1“ und darunter würde dem Broker weggenommen, für alle.</numerusform>
            <numerusform>%n behaltene Nachrichten bei „%1“ und darunter würden dem Broker weggenommen, für alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retained message(s) are too long to be put back and are left alone.</source>
        <translation>
            <numerusform>%n behaltene Nachricht ist zu lang, um zurückgelegt zu werden, und bleibt.</numerusform>
            <numerusform>%n behaltene Nachrichten sind zu lang, um zurückgelegt zu werden, und bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n retained message(s)</source>
        <translation>
            <numerusform>%n behaltene Nachricht löschen</numerusform>
            <numerusform>%n behaltene Nachrichten löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) put back.</source>
        <translation>
            <numerusform>%n Nachricht zurückgelegt.</numerusform>
            <numerusform>%n Nachrichten zurückgelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) cleared.</source>
        <translation>
            <numerusform>%n Nachricht gelöscht.</numerusform>
            <numerusform>%n Nachrichten gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n message(s) were not taken: %2</source>
        <translation>
            <numerusform>%1 %n Nachricht wurde nicht angenommen: %2</numerusform>
            <numerusform>%1 %n Nachrichten wurden nicht angenommen: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::RuleFields</name>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation>&amp;Themen</translation>
    </message>
    <message>
        <source>Which topics the rule selects</source>
        <translation>Welche Themen die Regel auswählt</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>all names, with blanks between</source>
        <translation>alle Namen, mit Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>How the device is called: text, with the names of levels in braces</source>
        <translation>Wie das Gerät heißt: Text, mit den Namen von Ebenen in geschweiften Klammern</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>all: t = temperature [°C] Oil temperature, air.co2</source>
        <translation>alle: t = temperature [°C] Öltemperatur, air.co2</translation>
    </message>
    <message>
        <source>Which values are kept: the key as it comes, = another key, [unit], and a name, with commas between</source>
        <translation>Welche Werte behalten werden: der Schlüssel, wie er kommt, = ein anderer, [Einheit] und ein Name, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>&amp;Commands</source>
        <translation>&amp;Befehle</translation>
    </message>
    <message>
        <source>none: speed 0..1500, mode at plant/{device}/set/{metric} send {value}</source>
        <translation>keine: speed 0..1500, mode at plant/{device}/set/{metric} send {value}</translation>
    </message>
    <message>
        <source>Which values can be set, with the range of a number; behind “at” the topic, behind “send” the payload</source>
        <translation>Welche Werte gestellt werden können, mit dem Bereich einer Zahl; hinter „at“ das Thema, hinter „send“ die Nutzlast</translation>
    </message>
    <message>
        <source>A name in braces stands for one level, + for any one, # for all that follow. The level called {metric} says which value it is.</source>
        <translation>Ein Name in geschweiften Klammern steht für eine Ebene, + für irgendeine, # für alle folgenden. Die Ebene {metric} sagt, welcher Wert es ist.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>One value as text</source>
        <translation>Ein Wert als Text</translation>
    </message>
    <message>
        <source>Pairs: t=21.5, h=40</source>
        <translation>Paare: t=21.5, h=40</translation>
    </message>
</context>
<context>
    <name>muster::RulePreview</name>
    <message>
        <source>%1, which can be set</source>
        <translation>%1, kann gestellt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n further topic(s) not shown.</source>
        <translation>
            <numerusform>%n weiteres Thema wird nicht gezeigt.</numerusform>
            <numerusform>%n weitere Themen werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further value(s) not shown.</source>
        <translation>
            <numerusform>%n weiterer Wert wird nicht gezeigt.</numerusform>
            <numerusform>%n weitere Werte werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule cannot be read yet.</source>
        <translation>Die Regel ist noch nicht lesbar.</translation>
    </message>
    <message>
        <source>No topic was heard yet. What comes in is tried at once.</source>
        <translation>Noch wurde kein Thema gehört. Was kommt, wird sofort probiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) belong to a rule above it.</source>
        <translation>
            <numerusform>%n Thema gehört zu einer Regel darüber.</numerusform>
            <numerusform>%n Themen gehören zu einer Regel darüber.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n topic(s) heard is selected.</source>
        <translation>
            <numerusform>Das eine gehörte Thema ist nicht ausgewählt.</numerusform>
            <numerusform>Keines der %n gehörten Themen ist ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2.</source>
        <translation>%1 aus %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Thema</numerusform>
            <numerusform>%n Themen</numerusform>
        </translation>
    </message>
    <message>
        <source>Device and value</source>
        <translation>Gerät und Wert</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>What the rule makes of the topics heard</source>
        <translation>Was die Regel aus den gehörten Themen macht</translation>
    </message>
</context>
<context>
    <name>muster::RuleRow</name>
    <message>
        <source>Take this line away</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
</context>
<context>
    <name>muster::RulesDialog</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>A rule cannot be read: it has to be mended or deleted before the rules are saved.</source>
        <translation>Eine Regel ist nicht lesbar: Sie muss berichtigt oder gelöscht werden, bevor die Regeln gespeichert werden.</translation>
    </message>
    <message>
        <source>Devices from topics of %1</source>
        <translation>Geräte aus Themen von %1</translation>
    </message>
    <message>
        <source>Rules make devices of topics that do not announce any. Where several rules select a topic, the upper one has it.</source>
        <translation>Regeln machen Geräte aus Themen, die keine ankündigen. Wählen mehrere Regeln ein Thema aus, hat es die obere.</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>There are no rules yet.</source>
        <translation>Es gibt noch keine Regeln.</translation>
    </message>
    <message>
        <source>A rule says which topics belong to devices of one kind, and which of their values are kept.</source>
        <translation>Eine Regel sagt, welche Themen zu Geräten einer Art gehören und welche ihrer Werte behalten werden.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>muster::SceneDialog</name>
    <message>
        <source>Edit scene</source>
        <translation>Szene bearbeiten</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Neue Szene</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Search devices</source>
        <translation>Geräte suchen</translation>
    </message>
    <message>
        <source>Take the present values</source>
        <translation>Werte von jetzt übernehmen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Create scene</source>
        <translation>Szene anlegen</translation>
    </message>
    <message numerus="yes">
        <source>What %n of them are now is not known; they stay as they were.</source>
        <translation>
            <numerusform>Was einer davon jetzt ist, ist nicht bekannt; er bleibt, wie er war.</numerusform>
            <numerusform>Was %n davon jetzt sind, ist nicht bekannt; sie bleiben, wie sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are set.</source>
        <translation>
            <numerusform>%n Wert wird gesetzt.</numerusform>
            <numerusform>%n Werte werden gesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No device here says what it is and can be set. Only what a device reports can be kept in a scene.</source>
        <translation>Kein Gerät hier meldet seinen Zustand und lässt sich stellen. Nur was ein Gerät meldet, lässt sich in einer Szene festhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n more device(s) are not listed; search for them.</source>
        <translation>
            <numerusform>%n weiteres Gerät steht nicht in der Liste; suchen Sie danach.</numerusform>
            <numerusform>%n weitere Geräte stehen nicht in der Liste; suchen Sie danach.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::SceneValues</name>
    <message>
        <source>Devices and what they are set to</source>
        <translation>Geräte und worauf sie gestellt werden</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Is set to</source>
        <translation>Wird gestellt auf</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (gerade nicht da)</translation>
    </message>
    <message>
        <source>From %1 to %2 %3</source>
        <comment>number, number, unit</comment>
        <translation>Von %1 bis %2 %3</translation>
    </message>
</context>
<context>
    <name>muster::SceneWindow</name>
    <message>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Stellt</translation>
    </message>
    <message>
        <source>Last applied</source>
        <translation>Zuletzt angewendet</translation>
    </message>
    <message>
        <source>What it sets</source>
        <translation>Was sie stellt</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Is set to</source>
        <translation>Wird gestellt auf</translation>
    </message>
    <message>
        <source>The last time</source>
        <translation>Beim letzten Mal</translation>
    </message>
    <message>
        <source>New scene…</source>
        <translation>Neue Szene …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Send these, too</source>
        <translation>Auch diese senden</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>Diese weglassen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>so many devices, so many values</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Being applied: %1 of %2, %3 failed</source>
        <translation>Wird angewendet: %1 von %2, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Being applied: %1 of %2</source>
        <translation>Wird angewendet: %1 von %2</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 set, %3 failed</source>
        <translation>Angehalten: %1 von %2 gestellt, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2 set, %3 failed</source>
        <translation>%1 von %2 gestellt, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done, confirmed</source>
        <translation>Fertig, bestätigt</translation>
    </message>
    <message>
        <source>Done, %1 of %2 not confirmed</source>
        <translation>Fertig, %1 von %2 nicht bestätigt</translation>
    </message>
    <message>
        <source>“%1” sets:</source>
        <translation>„%1“ stellt:</translation>
    </message>
    <message>
        <source>Choose a scene to see what it sets.</source>
        <translation>Wählen Sie eine Szene, um zu sehen, was sie stellt.</translation>
    </message>
    <message>
        <source>“%1” was changed.</source>
        <translation>„%1“ wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the commands of “%1” are dangerous.</source>
        <translation>
            <numerusform>%n der Befehle von „%1“ ist gefährlich.</numerusform>
            <numerusform>%n der Befehle von „%1“ sind gefährlich.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n scene(s) were deleted.</source>
        <translation>
            <numerusform>%n Szene wurde gelöscht.</numerusform>
            <numerusform>%n Szenen wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no scene. Copy one as JSON first.</source>
        <translation>In der Zwischenablage ist keine Szene. Kopieren Sie zuerst eine als JSON.</translation>
    </message>
    <message>
        <source>No scenes yet.</source>
        <translation>Noch keine Szenen.</translation>
    </message>
    <message>
        <source>A scene keeps what devices are now, to bring it about again later.</source>
        <translation>Eine Szene hält fest, was Geräte jetzt sind, um es später wieder herzustellen.</translation>
    </message>
</context>
<context>
    <name>muster::Scenes</name>
    <message>
        <source>There is a scene “%1” already. Choose another name.</source>
        <translation>Es gibt schon eine Szene „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There are %1 scenes already. Delete one first.</source>
        <translation>Es gibt schon %1 Szenen. Löschen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>This scene was deleted meanwhile.</source>
        <translation>Diese Szene wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>%1 scenes are being applied already. Wait for one to end.</source>
        <translation>Es werden schon %1 Szenen angewendet. Warten Sie, bis eine fertig ist.</translation>
    </message>
    <message>
        <source>There is no device %1 in the fleet.</source>
        <translation>Es gibt kein Gerät %1 in der Flotte.</translation>
    </message>
    <message>
        <source>“%1” is dangerous and was not sent.</source>
        <translation>„%1“ ist gefährlich und wurde nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>muster::ScheduleEdit</name>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>missed runs:</source>
        <translation>verpasste Läufe:</translation>
    </message>
    <message>
        <source>Kind of schedule</source>
        <translation>Art des Zeitplans</translation>
    </message>
    <message>
        <source>at the time of day</source>
        <translation>zur Uhrzeit</translation>
    </message>
    <message>
        <source>by the sun</source>
        <translation>nach der Sonne</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>as a cron line says</source>
        <translation>nach einer Cron-Zeile</translation>
    </message>
    <message>
        <source>as the week plan says</source>
        <translation>nach dem Wochenplan</translation>
    </message>
    <message>
        <source>Times of day</source>
        <translation>Uhrzeiten</translation>
    </message>
    <message>
        <source>06:30, 22:00</source>
        <translation>06:30, 22:00</translation>
    </message>
    <message>
        <source>Minutes before or after the event</source>
        <translation>Minuten vor oder nach dem Ereignis</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Before or after the event</source>
        <translation>Vor oder nach dem Ereignis</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>sunrise</source>
        <translation>Sonnenaufgang</translation>
    </message>
    <message>
        <source>sunset</source>
        <translation>Sonnenuntergang</translation>
    </message>
    <message>
        <source>dawn</source>
        <translation>Morgendämmerung</translation>
    </message>
    <message>
        <source>dusk</source>
        <translation>Abenddämmerung</translation>
    </message>
    <message>
        <source>Cron line</source>
        <translation>Cron-Zeile</translation>
    </message>
    <message>
        <source>minute hour day month weekday: 30 6 * * mon-fri</source>
        <translation>Minute Stunde Tag Monat Wochentag: 30 6 * * mon-fri</translation>
    </message>
    <message>
        <source>Missed runs</source>
        <translation>Verpasste Läufe</translation>
    </message>
    <message>
        <source>one run for all</source>
        <translation>ein Lauf für alle</translation>
    </message>
    <message>
        <source>skip them</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>ask me</source>
        <translation>mich fragen</translation>
    </message>
    <message>
        <source>run each, at most %1</source>
        <translation>jeden nachholen, höchstens %1</translation>
    </message>
    <message>
        <source>What was due while Muster was not running or the computer slept</source>
        <translation>Was fällig war, während Muster nicht lief oder der Rechner schlief</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Wochentage</translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation>Nächste Läufe</translation>
    </message>
    <message>
        <source>It will never run.</source>
        <translation>Er wird nie laufen.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
</context>
<context>
    <name>muster::SecretStore</name>
    <message>
        <source>The keychain did not answer.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The keychain was asked for too much at once.</source>
        <translation>Vom Schlüsselbund wurde zu viel auf einmal verlangt.</translation>
    </message>
    <message>
        <source>The keychain is locked or refused access.</source>
        <translation>Der Schlüsselbund ist gesperrt oder hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>There is no usable keychain.</source>
        <translation>Es gibt keinen brauchbaren Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>muster::SerialBackend</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a board and its serial number or place</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No board is plugged in. One that is shows up by itself.</source>
        <translation>Nichts ist eingesteckt. Was eingesteckt wird, erscheint von selbst.</translation>
    </message>
    <message numerus="yes">
        <source>%n board(s) on USB.</source>
        <translation>
            <numerusform>%n Gerät an USB.</numerusform>
            <numerusform>%n Geräte an USB.</numerusform>
        </translation>
    </message>
    <message>
        <source>The device is not plugged in. The command was not sent.</source>
        <translation>Das Gerät ist nicht eingesteckt. Der Befehl wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 is not open. Nothing was sent.</source>
        <translation>%1 ist nicht geöffnet. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The profile of the board %1 cannot be used: %2</source>
        <translation>Das Profil des Geräts %1 kann nicht verwendet werden: %2</translation>
    </message>
</context>
<context>
    <name>muster::SerialFields</name>
    <message>
        <source>All boards on USB</source>
        <translation>Alle Geräte an USB</translation>
    </message>
    <message>
        <source>Boards on USB</source>
        <translation>Geräte an USB</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>An&amp;schluss</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>&amp;Rate</translation>
    </message>
    <message>
        <source>Pro&amp;file</source>
        <translation>Pro&amp;fil</translation>
    </message>
    <message>
        <source>What is plugged in now, or the path of a port such as /dev/ttyS0</source>
        <translation>Was gerade eingesteckt ist, oder der Pfad eines Anschlusses wie /dev/ttyS0</translation>
    </message>
    <message>
        <source>In Bd, as the device is set. Boards on USB often ignore it</source>
        <translation>In Bd, wie das Gerät eingestellt ist. An USB spielt es oft keine Rolle</translation>
    </message>
    <message>
        <source>How the bytes are understood. Automatic reads lines of names and values, CSV, JSON and NMEA 0183</source>
        <translation>Wie die Bytes verstanden werden. Automatisch heißt: Zeilen aus Namen und Werten, CSV, JSON und NMEA 0183</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>as opening leaves it</source>
        <translation>wie beim Öffnen</translation>
    </message>
    <message>
        <source>&amp;Data bits</source>
        <translation>&amp;Datenbits</translation>
    </message>
    <message>
        <source>Pari&amp;ty</source>
        <translation>Pari&amp;tät</translation>
    </message>
    <message>
        <source>&amp;Stop bits</source>
        <translation>St&amp;oppbits</translation>
    </message>
    <message>
        <source>F&amp;low control</source>
        <translation>F&amp;lusssteuerung</translation>
    </message>
    <message>
        <source>DT&amp;R</source>
        <translation>DT&amp;R</translation>
    </message>
    <message>
        <source>RTS</source>
        <translation>RTS</translation>
    </message>
    <message>
        <source>Line &amp;ending</source>
        <translation>Zeilen&amp;ende</translation>
    </message>
    <message>
        <source>none</source>
        <comment>parity</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>even</source>
        <translation>gerade</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>ungerade</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>none</source>
        <comment>flow control</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>none</source>
        <comment>line ending</comment>
        <translation>keines</translation>
    </message>
    <message>
        <source>Find out what it &amp;speaks…</source>
        <translation>Herausfinden, was es &amp;spricht…</translation>
    </message>
    <message>
        <source>Listens at the usual rates. Writes nothing.</source>
        <translation>Hört bei den üblichen Geschwindigkeiten. Schreibt nichts.</translation>
    </message>
</context>
<context>
    <name>muster::SerialPorts</name>
    <message>
        <source>Ports cannot be listened to here.</source>
        <translation>Anschlüsse können hier nicht abgehört werden.</translation>
    </message>
</context>
<context>
    <name>muster::Services</name>
    <message>
        <source>The folder %1 cannot be made. Choose another with --data.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Mit --data einen anderen wählen.</translation>
    </message>
    <message>
        <source>Muster is already open on %1. Use that window, or another folder with --data.</source>
        <translation>Muster ist mit %1 schon offen. Jenes Fenster verwenden oder mit --data einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The stored fleet could not be read. It was kept as %1; this is a new one.</source>
        <translation>Die gespeicherte Flotte war nicht lesbar. Sie wurde als %1 aufgehoben; dies ist eine neue.</translation>
    </message>
    <message>
        <source>%1 waits for the password of %2.</source>
        <translation>%1 wartet auf das Passwort von %2.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <translation>Demo-Flotte</translation>
    </message>
    <message>
        <source>Broker on this computer</source>
        <translation>Broker auf diesem Rechner</translation>
    </message>
    <message numerus="yes">
        <source>%n stored calculation(s) could not be read and are gone.</source>
        <translation>
            <numerusform>%n gespeicherte Berechnung konnte nicht gelesen werden und ist verloren.</numerusform>
            <numerusform>%n gespeicherte Berechnungen konnten nicht gelesen werden und sind verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored dynamic group(s) could not be read and are gone.</source>
        <translation>
            <numerusform>%n gespeicherte dynamische Gruppe konnte nicht gelesen werden und ist verloren.</numerusform>
            <numerusform>%n gespeicherte dynamische Gruppen konnten nicht gelesen werden und sind verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored alarm rule(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n gespeicherte Alarmregel konnte nicht gelesen werden; sie bleibt, gilt aber nicht.</numerusform>
            <numerusform>%n gespeicherte Alarmregeln konnten nicht gelesen werden; sie bleiben, gelten aber nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>A link was stopped, because it sets off itself: %1. Change one of these links, then start it again.</source>
        <translation>Eine Verknüpfung wurde angehalten, weil sie sich selbst auslöst: %1. Eine dieser Verknüpfungen ändern und sie dann wieder starten.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored automation(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n gespeicherte Automation war nicht zu lesen; sie wird aufbewahrt, aber nicht benutzt.</numerusform>
            <numerusform>%n gespeicherte Automationen waren nicht zu lesen; sie werden aufbewahrt, aber nicht benutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored link(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n gespeicherte Verknüpfung war nicht lesbar; sie wird aufgehoben, aber nicht benutzt.</numerusform>
            <numerusform>%n gespeicherte Verknüpfungen waren nicht lesbar; sie werden aufgehoben, aber nicht benutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored scene(s) could not be read; they are kept, but not used.</source>
        <translation>
            <numerusform>%n gespeicherte Szene war nicht lesbar; sie bleibt aufbewahrt, wird aber nicht benutzt.</numerusform>
            <numerusform>%n gespeicherte Szenen waren nicht lesbar; sie bleiben aufbewahrt, werden aber nicht benutzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stored settings of e-mail could not be read and are gone.</source>
        <translation>Die gespeicherten Einstellungen für E-Mail waren nicht lesbar und sind weg.</translation>
    </message>
    <message>
        <source>Without a keychain it is read from a file named %1, in the folder of --credentials or as a credential of systemd.</source>
        <translation>Ohne Schlüsselbund wird es aus einer Datei namens %1 gelesen, im Ordner von --credentials oder als Credential von systemd.</translation>
    </message>
</context>
<context>
    <name>muster::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Row height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Luftig</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>Weniger &amp;Bewegung</translation>
    </message>
    <message>
        <source>Every choice takes effect at once.</source>
        <translation>Jede Wahl wirkt sofort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing slides or fades</source>
        <translation>Nichts gleitet oder blendet</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>muster::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>muster::SimBackend</name>
    <message>
        <source>Making up the demo fleet…</source>
        <translation>Die Demo-Flotte wird erfunden …</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated devices</source>
        <translation>
            <numerusform>%n simuliertes Gerät</numerusform>
            <numerusform>%n simulierte Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>The demo fleet was closed before the device answered.</source>
        <translation>Die Demo-Flotte wurde geschlossen, bevor das Gerät antwortete.</translation>
    </message>
    <message>
        <source>The demo fleet has no such device.</source>
        <translation>Die Demo-Flotte hat kein solches Gerät.</translation>
    </message>
    <message>
        <source>Too many commands are under way in the demo fleet. Wait for some to finish.</source>
        <translation>In der Demo-Flotte sind zu viele Befehle unterwegs. Warten, bis einige enden.</translation>
    </message>
</context>
<context>
    <name>muster::SitePage</name>
    <message>
        <source>Where this site is. Automations at sunrise and sunset need it; it is not told to anybody.</source>
        <translation>Wo dieser Standort ist. Automationen zu Sonnenauf- und -untergang brauchen das; es wird niemandem mitgeteilt.</translation>
    </message>
    <message>
        <source>L&amp;atitude, north positive</source>
        <translation>&amp;Breite, Norden positiv</translation>
    </message>
    <message>
        <source>L&amp;ongitude, east positive</source>
        <translation>&amp;Länge, Osten positiv</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Both numbers are needed. Maps show them for any place, such as 52.52° and 13.41° for Berlin.</source>
        <translation>Beide Zahlen sind nötig. Karten zeigen sie zu jedem Ort, etwa 52,52° und 13,41° für Berlin.</translation>
    </message>
    <message>
        <source>Today the sun rises at %1 and sets at %2.</source>
        <translation>Heute geht die Sonne um %1 auf und um %2 unter.</translation>
    </message>
</context>
<context>
    <name>muster::Smtp</name>
    <message>
        <source>There is no mail server %1 in the network. Check its name.</source>
        <translation>Es gibt keinen Mailserver %1 im Netz. Prüfen Sie seinen Namen.</translation>
    </message>
    <message>
        <source>Nobody answers at %1. Check server and port, and whether a firewall is between.</source>
        <translation>An %1 antwortet niemand. Prüfen Sie Server und Port, und ob eine Firewall dazwischen ist.</translation>
    </message>
    <message>
        <source>%1 cannot check the login of %2 now (%3).</source>
        <translation>%1 kann die Anmeldung von %2 gerade nicht prüfen (%3).</translation>
    </message>
    <message>
        <source>%1 knows no way of logging in that Muster knows, too.</source>
        <translation>%1 kennt keine Art der Anmeldung, die auch Muster kennt.</translation>
    </message>
    <message>
        <source>%1 refused the login of %2 (%3). Check user name and password.</source>
        <translation>%1 hat die Anmeldung von %2 abgelehnt (%3). Prüfen Sie Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>%1 offers no STARTTLS, so nothing was sent. Choose TLS, or the port for STARTTLS, which mostly is 587.</source>
        <translation>%1 bietet kein STARTTLS an, deshalb wurde nichts gesendet. Wählen Sie TLS oder den Port für STARTTLS, meist 587.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificates of authorities in PEM. Choose another one.</source>
        <translation>Die Datei %1 enthält keine Zertifikate von Zertifizierungsstellen in PEM. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS, or none that is safe. Choose STARTTLS, or the port for TLS, which mostly is 465.</source>
        <translation>%1 spricht kein TLS oder kein sicheres. Wählen Sie STARTTLS oder den Port für TLS, meist 465.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid now. Check this computer&apos;s clock, or tell whoever runs the server.</source>
        <translation>Das Zertifikat von %1 ist zurzeit nicht gültig. Prüfen Sie die Uhr dieses Computers, oder sagen Sie es dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an authority that is not trusted. If it is your own, choose its file.</source>
        <translation>Das Zertifikat von %1 kommt von einer Stelle, der nicht vertraut wird. Ist es Ihre eigene, wählen Sie deren Datei.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name. Write the server&apos;s name as its certificate has it.</source>
        <translation>Das Zertifikat von %1 ist für einen anderen Namen. Schreiben Sie den Namen des Servers, wie er im Zertifikat steht.</translation>
    </message>
    <message>
        <source>%1 wants a login (%2). Write user name and password.</source>
        <translation>%1 verlangt eine Anmeldung (%2). Schreiben Sie Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>%1 takes no mail from %2 (%3). Check the sender.</source>
        <translation>%1 nimmt keine Mails von %2 (%3). Prüfen Sie den Absender.</translation>
    </message>
    <message>
        <source>%1 takes no mail for %2 (%3). Check the address.</source>
        <translation>%1 nimmt keine Mails für %2 (%3). Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 does not talk to this computer (%2). Ask whoever runs the server.</source>
        <translation>%1 spricht nicht mit diesem Computer (%2). Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>%1 refused the mail (%2).</source>
        <translation>%1 hat die Mail abgelehnt (%2).</translation>
    </message>
    <message>
        <source>%1 broke off in the middle. Check the port, and whether it is a mail server.</source>
        <translation>%1 hat mittendrin abgebrochen. Prüfen Sie den Port, und ob dort ein Mailserver ist.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s. Check server, port and encryption.</source>
        <translation>%1 hat nicht innerhalb von %2 s geantwortet. Prüfen Sie Server, Port und Verschlüsselung.</translation>
    </message>
    <message>
        <source>%1 was silent for too long; the mail was given up after %2 s.</source>
        <translation>%1 hat zu lange geschwiegen; die Mail wurde nach %2 s aufgegeben.</translation>
    </message>
</context>
<context>
    <name>muster::Sqlite</name>
    <message>
        <source>The file %1 cannot be used: %2.</source>
        <translation>Die Datei %1 ist nicht brauchbar: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2. Check that its folder exists and can be written.</source>
        <translation>Die Datei %1 lässt sich nicht öffnen: %2. Prüfen, ob es den Ordner gibt und ob er beschreibbar ist.</translation>
    </message>
</context>
<context>
    <name>muster::StatisticsModel</name>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Estimated from summaries: there are too many samples to look at each.</source>
        <translation>Aus Zusammenfassungen geschätzt: Es sind zu viele Werte, um jeden anzusehen.</translation>
    </message>
    <message>
        <source>Mean of the samples, each counting the same.</source>
        <translation>Mittel der Werte; jeder zählt gleich viel.</translation>
    </message>
    <message>
        <source>Mean of the samples, each counting the same. Weighted by time: %1.</source>
        <translation>Mittel der Werte; jeder zählt gleich viel. Nach Zeit gewichtet: %1.</translation>
    </message>
    <message>
        <source>Median of %1 samples chosen at random.</source>
        <translation>Median von %1 zufällig gewählten Werten.</translation>
    </message>
    <message>
        <source>Not known from summaries.</source>
        <translation>Aus Zusammenfassungen nicht bekannt.</translation>
    </message>
    <message>
        <source>Standard deviation of the samples.</source>
        <translation>Standardabweichung der Werte.</translation>
    </message>
    <message numerus="yes">
        <source>The area under the line over %1; %n gap(s) left out.</source>
        <translation>
            <numerusform>Die Fläche unter der Linie über %1; %n Lücke ausgelassen.</numerusform>
            <numerusform>Die Fläche unter der Linie über %1; %n Lücken ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>And %1 that are no numbers.</source>
        <translation>Und %1, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>σ</source>
        <translation>σ</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Integral</source>
        <translation>Integral</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unit of the integral</source>
        <translation>Einheit des Integrals</translation>
    </message>
</context>
<context>
    <name>muster::StatisticsPanel</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Statistics of the visible range</source>
        <translation>Statistik des sichtbaren Bereichs</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>How often the selected trace had which value</source>
        <translation>Wie oft die gewählte Kurve welchen Wert hatte</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the table as tab-separated text (Ctrl+C)</source>
        <translation>Die Tabelle als Text mit Tabulatoren kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hide the statistics</source>
        <translation>Die Statistik ausblenden</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation>%1 – %2 (%3)</translation>
    </message>
    <message>
        <source>%1 · only what is in memory: %2</source>
        <translation>%1 · nur was im Speicher ist: %2</translation>
    </message>
    <message>
        <source>%1 · from summaries, because there are too many samples</source>
        <translation>%1 · aus Zusammenfassungen, weil es zu viele Werte sind</translation>
    </message>
    <message>
        <source>%1 · all samples</source>
        <translation>%1 · alle Werte</translation>
    </message>
</context>
<context>
    <name>muster::StatusBar</name>
    <message>
        <source>%1 dropped · %2</source>
        <translation>%1 verloren · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What was lost, refused or not understood:</source>
        <translation>Was verloren ging, abgelehnt oder nicht verstanden wurde:</translation>
    </message>
    <message>
        <source>Nothing was lost, refused or misunderstood.</source>
        <translation>Nichts ging verloren, wurde abgelehnt oder missverstanden.</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>Verbindung bearbeiten …</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Show messages</source>
        <translation>Meldungen zeigen</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Zeichnet auf</translation>
    </message>
    <message>
        <source>Everything that arrives is recorded.</source>
        <translation>Alles, was eintrifft, wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recording stands still</source>
        <translation>Aufzeichnung steht</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur zum Lesen</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Keine Aufzeichnung</translation>
    </message>
    <message>
        <source>What arrives is shown but not recorded.</source>
        <translation>Was eintrifft, wird gezeigt, aber nicht aufgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) could not be recorded.</source>
        <translation>
            <numerusform>%n Messwert konnte nicht aufgezeichnet werden.</numerusform>
            <numerusform>%n Messwerte konnten nicht aufgezeichnet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open console</source>
        <translation>Konsole öffnen</translation>
    </message>
    <message>
        <source>Browse topics</source>
        <translation>Themen durchsehen</translation>
    </message>
    <message>
        <source>Devices from topics…</source>
        <translation>Geräte aus Themen …</translation>
    </message>
</context>
<context>
    <name>muster::StepRow</name>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>send the command</source>
        <translation>Befehl senden</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>wait until</source>
        <translation>warten, bis</translation>
    </message>
    <message>
        <source>tell on the desktop</source>
        <translation>auf dem Desktop sagen</translation>
    </message>
    <message>
        <source>write the message</source>
        <translation>Meldung schreiben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>=</source>
        <translation>=</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
    <message>
        <source>go on all the same</source>
        <translation>trotzdem weitermachen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{device} is at {value}</source>
        <translation>{device} ist bei {value}</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>When the time is over and it has not come</source>
        <translation>Wenn die Zeit vorbei ist und es nicht kam</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>apply the scene</source>
        <translation>die Szene anwenden</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>tell the web address</source>
        <translation>die Webadresse benachrichtigen</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>send an e-mail</source>
        <translation>eine E-Mail senden</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>whom the settings name</source>
        <translation>wen die Einstellungen nennen</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>{rule}: {device}</source>
        <translation>{rule}: {device}</translation>
    </message>
    <message>
        <source>One address, or several with commas between them. The mail server is named in the settings, under E-mail.</source>
        <translation>Eine Adresse oder mehrere mit Kommas dazwischen. Der Mailserver steht in den Einstellungen, unter E-Mail.</translation>
    </message>
    <message>
        <source>What set it off is sent there as JSON. What stands behind the host may be a secret: it is kept in the keychain, not with the automation.</source>
        <translation>Was sie ausgelöst hat, wird als JSON dorthin gesendet. Was hinter dem Rechnernamen steht, kann geheim sein: Es liegt im Schlüsselbund, nicht bei der Automation.</translation>
    </message>
    <message>
        <source>raise the alarm</source>
        <translation>den Alarm auslösen</translation>
    </message>
    <message>
        <source>clear the alarm</source>
        <translation>den Alarm beenden</translation>
    </message>
    <message>
        <source>Name of the alarm</source>
        <translation>Name des Alarms</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>sein Name</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>There is one alarm of this name for each device: raised again, it goes on. It is cleared by the same name.</source>
        <translation>Von diesem Namen gibt es einen Alarm je Gerät: Erneut ausgelöst, besteht er weiter. Beendet wird er unter demselben Namen.</translation>
    </message>
</context>
<context>
    <name>muster::StepTry</name>
    <message>
        <source>Do it now</source>
        <translation>Jetzt tun</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nicht tun</translation>
    </message>
    <message>
        <source>Try this step: do it now, alone</source>
        <translation>Diesen Schritt erproben: ihn jetzt tun, allein</translation>
    </message>
    <message>
        <source>Try this step</source>
        <translation>Diesen Schritt erproben</translation>
    </message>
    <message>
        <source>This is dangerous.</source>
        <translation>Dies ist gefährlich.</translation>
    </message>
    <message numerus="yes">
        <source>It goes to %n devices.</source>
        <translation>
            <numerusform>Es geht an %n Gerät.</numerusform>
            <numerusform>Es geht an %n Geräte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Any of several devices can set it off; tried, it goes to %1.</source>
        <translation>Mehrere Geräte können sie auslösen; erprobt geht der Schritt an %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is to be known, what the button does</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>Unterwegs …</translation>
    </message>
    <message>
        <source>Tried: %1</source>
        <translation>Erprobt: %1</translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation>Es ging nicht: %1</translation>
    </message>
</context>
<context>
    <name>muster::TableImport</name>
    <message>
        <source>In “%1” no column tells the time. Choose one in the preview.</source>
        <translation>In „%1“ nennt keine Spalte die Zeit. Wählen Sie eine in der Vorschau.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Check that the file exists and may be read.</source>
        <translation>„%1“ kann nicht gelesen werden: %2. Prüfen Sie, ob es die Datei gibt und ob sie lesbar ist.</translation>
    </message>
    <message>
        <source>“%1” cannot be read from its start. Copy it to a file on a disk first.</source>
        <translation>„%1“ kann nicht von vorn gelesen werden. Kopieren Sie es zuerst in eine Datei auf einem Datenträger.</translation>
    </message>
    <message>
        <source>“%1” cannot be read to its end: %2.</source>
        <translation>„%1“ kann nicht bis zum Ende gelesen werden: %2.</translation>
    </message>
    <message>
        <source>“%1” holds more than %2 metrics. Split it, or choose fewer columns.</source>
        <translation>„%1“ enthält mehr als %2 Messgrößen. Teilen Sie es, oder wählen Sie weniger Spalten.</translation>
    </message>
    <message>
        <source>In “%1” line %2 has more than a million characters, so this is no table. Check the file, or choose another separator.</source>
        <translation>In „%1“ hat Zeile %2 mehr als eine Million Zeichen; das ist keine Tabelle. Prüfen Sie die Datei oder wählen Sie ein anderes Trennzeichen.</translation>
    </message>
    <message>
        <source>In “%1” line %2 has more than %3 columns. Choose another separator, or split the table.</source>
        <translation>In „%1“ hat Zeile %2 mehr als %3 Spalten. Wählen Sie ein anderes Trennzeichen oder teilen Sie die Tabelle.</translation>
    </message>
    <message>
        <source>“%1” is no text (line %2). Save it as CSV in the program it comes from.</source>
        <translation>„%1“ ist kein Text (Zeile %2). Speichern Sie es in seinem Programm als CSV.</translation>
    </message>
    <message>
        <source>In “%1” line %2 has characters in another encoding than the lines before. Choose the encoding in the preview, or save the file anew as UTF-8.</source>
        <translation>In „%1“ hat Zeile %2 eine andere Kodierung als die Zeilen davor. Wählen Sie die Kodierung in der Vorschau oder speichern Sie die Datei neu als UTF-8.</translation>
    </message>
    <message>
        <source>Another table is still being imported.</source>
        <translation>Eine andere Tabelle wird noch importiert.</translation>
    </message>
    <message>
        <source>“%1” cannot be imported, because nothing is being recorded. See the messages for the reason.</source>
        <translation>„%1“ kann nicht importiert werden, weil nichts aufgezeichnet wird. Den Grund nennen die Meldungen.</translation>
    </message>
    <message>
        <source>“%1” could not be imported to its end: the disk of the history refuses. Make room there, and import the file again from line %2 on.</source>
        <translation>„%1“ konnte nicht bis zum Ende importiert werden: Der Datenträger des Verlaufs verweigert sich. Schaffen Sie dort Platz und importieren Sie die Datei ab Zeile %2 noch einmal.</translation>
    </message>
    <message>
        <source>In no line of “%1” the time can be read. Choose another column or form of time in the preview.</source>
        <translation>In keiner Zeile von „%1“ ist die Zeit lesbar. Wählen Sie in der Vorschau eine andere Spalte oder Zeitform.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was recorded.</source>
        <translation>Der Import wurde abgebrochen; es wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The import was cancelled at line %1; what had been read is recorded.</source>
        <translation>Der Import wurde in Zeile %1 abgebrochen; was gelesen war, ist aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>muster::Telling</name>
    <message>
        <source>%1: %2</source>
        <comment>automation, how it goes</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>automation, how it goes, why</comment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>the name of its folder is too long for a socket</source>
        <translation>der Name seines Ordners ist zu lang für einen Socket</translation>
    </message>
    <message>
        <source>Nobody can tell this Muster anything from outside (--tell): %1.</source>
        <translation>Niemand kann diesem Muster von außen etwas sagen (--tell): %1.</translation>
    </message>
    <message>
        <source>too many came at once</source>
        <translation>zu viele kamen auf einmal</translation>
    </message>
    <message>
        <source>it did not come in time</source>
        <translation>sie kam nicht rechtzeitig</translation>
    </message>
    <message>
        <source>it was too long</source>
        <translation>sie war zu lang</translation>
    </message>
    <message>
        <source>it was nothing that Muster understands</source>
        <translation>sie war nichts, was Muster versteht</translation>
    </message>
    <message>
        <source>A request from outside was refused: %1.</source>
        <translation>Eine Anfrage von außen wurde abgelehnt: %1.</translation>
    </message>
    <message>
        <source>No automation that is on waits for “%1”.</source>
        <translation>Keine eingeschaltete Automation wartet auf „%1“.</translation>
    </message>
    <message>
        <source>No Muster runs on %1. Start it, with its window or with --headless, or name another folder with --data.</source>
        <translation>Auf %1 läuft kein Muster. Starten Sie es, mit Fenster oder mit --headless, oder nennen Sie mit --data einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The Muster on %1 cannot be reached: %2.</source>
        <translation>Das Muster auf %1 ist nicht zu erreichen: %2.</translation>
    </message>
    <message>
        <source>The Muster on %1 did not answer.</source>
        <translation>Das Muster auf %1 hat nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>muster::TimeJump</name>
    <message>
        <source>Jump to time</source>
        <translation>Zu Zeitpunkt springen</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Jump</source>
        <translation>Springen</translation>
    </message>
    <message>
        <source>1 h earlier</source>
        <translation>1 h früher</translation>
    </message>
    <message>
        <source>1 day earlier</source>
        <translation>1 Tag früher</translation>
    </message>
    <message>
        <source>1 week earlier</source>
        <translation>1 Woche früher</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>Live folgen</translation>
    </message>
</context>
<context>
    <name>muster::TlsFields</name>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <translation>Zertifizierungsstelle wählen</translation>
    </message>
    <message>
        <source>Choose your certificate</source>
        <translation>Ihr Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the key of your certificate</source>
        <translation>Den Schlüssel Ihres Zertifikats wählen</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key);;All files (*)</source>
        <translation>Schlüssel (*.pem *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;CA file</source>
        <translation>&amp;CA-Datei</translation>
    </message>
    <message>
        <source>&amp;Your certificate</source>
        <translation>&amp;Ihr Zertifikat</translation>
    </message>
    <message>
        <source>Key file &amp;of it</source>
        <translation>Schlüsseldatei da&amp;zu</translation>
    </message>
    <message>
        <source>Ser&amp;ver name</source>
        <translation>Ser&amp;vername</translation>
    </message>
    <message>
        <source>A&amp;LPN</source>
        <translation>A&amp;LPN</translation>
    </message>
    <message>
        <source>&amp;Minimum</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <source>Tru&amp;st only</source>
        <translation>Nur ver&amp;trauen</translation>
    </message>
    <message>
        <source>the system&apos;s certificates</source>
        <translation>die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>none (PEM or PKCS#12, where the broker asks for one)</source>
        <translation>keines (PEM oder PKCS#12, wenn der Broker eines verlangt)</translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation>in derselben Datei</translation>
    </message>
    <message>
        <source>the host</source>
        <translation>der Rechner</translation>
    </message>
    <message>
        <source>The name to ask the broker for (SNI), which its certificate must have</source>
        <translation>Der Name, nach dem der Broker gefragt wird (SNI) und den sein Zertifikat haben muss</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Protocols to offer, with commas between them: x-amzn-mqtt-ca</source>
        <translation>Protokolle, die angeboten werden, mit Kommas dazwischen: x-amzn-mqtt-ca</translation>
    </message>
    <message>
        <source>any valid certificate</source>
        <translation>jedem gültigen Zertifikat</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the one certificate to trust, whoever issued it</source>
        <translation>SHA-256-Fingerabdruck des einen Zertifikats, dem vertraut wird, wer immer es ausgestellt hat</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
</context>
<context>
    <name>muster::ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Search devices</source>
        <translation>Geräte suchen</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Aussehen</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Aussehen</translation>
    </message>
    <message>
        <source>Search devices, as in: pump status:offline temperature&gt;30</source>
        <translation>Geräte suchen, etwa: pump status:offline temperature&gt;30</translation>
    </message>
    <message>
        <source>Words that a device&apos;s name, model, tags or address contain, or questions such as battery&lt;20 OR lastSeen&gt;5m (Ctrl+F). The down arrow offers words.</source>
        <translation>Wörter, die in Name, Modell, Schlagwörtern oder Adresse eines Geräts vorkommen, oder Fragen wie battery&lt;20 OR lastSeen&gt;5m (Strg+F). Der Pfeil nach unten bietet Wörter an.</translation>
    </message>
</context>
<context>
    <name>muster::TopicBrowser</name>
    <message>
        <source>“%1” is no topic filter: + stands for a whole level, # for all that follow and only at the end.</source>
        <translation>„%1“ ist kein Themenfilter: + steht für eine ganze Ebene, # für alles Folgende und nur am Ende.</translation>
    </message>
    <message>
        <source>The broker does not let this login hear “%1”. Narrow the filter.</source>
        <translation>Der Broker lässt diese Anmeldung „%1“ nicht hören. Machen Sie den Filter enger.</translation>
    </message>
</context>
<context>
    <name>muster::TopicDesk</name>
    <message>
        <source>Topics of %1</source>
        <translation>Themen von %1</translation>
    </message>
</context>
<context>
    <name>muster::TopicTree</name>
    <message numerus="yes">
        <source>%1, %n message(s)</source>
        <translation>
            <numerusform>%1, %n Nachricht</numerusform>
            <numerusform>%1, %n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>retained</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>muster::TopicWindow</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Thema</numerusform>
            <numerusform>%n Themen</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1 messages of further topics not shown</source>
        <translation>%1 Nachrichten weiterer Themen nicht gezeigt</translation>
    </message>
    <message>
        <source>%1 payloads shortened</source>
        <translation>%1 Inhalte gekürzt</translation>
    </message>
    <message>
        <source>Copy the topic</source>
        <translation>Das Thema kopieren</translation>
    </message>
    <message>
        <source>Send to it…</source>
        <translation>Dorthin senden …</translation>
    </message>
    <message>
        <source>Open all below</source>
        <translation>Alles darunter öffnen</translation>
    </message>
    <message>
        <source>Clear what is retained below…</source>
        <translation>Darunter Behaltenes löschen …</translation>
    </message>
    <message>
        <source>Find topics</source>
        <translation>Themen suchen</translation>
    </message>
    <message>
        <source>Topics to listen to</source>
        <translation>Themen, die gehört werden</translation>
    </message>
    <message>
        <source>Which topics to listen to: + stands for a whole level, # for all that follow</source>
        <translation>Welche Themen gehört werden: + steht für eine ganze Ebene, # für alles Folgende</translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation>Die Ansicht anhalten</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>Die Ansicht leeren</translation>
    </message>
    <message>
        <source>Clear &amp;retained…</source>
        <translation>&amp;Behaltenes löschen …</translation>
    </message>
    <message>
        <source>Takes retained messages at and below the selected topic away from the broker</source>
        <translation>Nimmt dem Broker die behaltenen Nachrichten des gewählten Themas und darunter weg</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Make devices of these topics…</source>
        <translation>Aus diesen Themen Geräte machen …</translation>
    </message>
    <message>
        <source>&amp;Devices…</source>
        <translation>&amp;Geräte …</translation>
    </message>
    <message>
        <source>Makes devices of topics like the selected one, by rules</source>
        <translation>Macht durch Regeln Geräte aus Themen wie dem ausgewählten</translation>
    </message>
</context>
<context>
    <name>muster::TraceSet</name>
    <message>
        <source>This chart already shows %1 metrics; “%2” needs another chart.</source>
        <translation>Dieses Diagramm zeigt schon %1 Messwerte; „%2“ braucht ein anderes.</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>ohne Einheit</translation>
    </message>
    <message>
        <source>This chart&apos;s axes are taken (%1 and %2); “%3” (%4) needs another chart.</source>
        <translation>Die Achsen dieses Diagramms sind belegt (%1 und %2); „%3“ (%4) braucht ein anderes.</translation>
    </message>
    <message>
        <source>This metric is no longer there.</source>
        <translation>Diesen Messwert gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>muster::TreeDelegate</name>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>muster::TrialDialog</name>
    <message>
        <source>It would have done: %1</source>
        <translation>Sie hätte getan: %1</translation>
    </message>
    <message>
        <source>It would have run.</source>
        <translation>Sie wäre gelaufen.</translation>
    </message>
    <message>
        <source>Nothing: it would have been running already.</source>
        <translation>Nichts: Sie wäre schon gelaufen.</translation>
    </message>
    <message>
        <source>Nothing: a condition did not hold.</source>
        <translation>Nichts: Eine Bedingung war nicht erfüllt.</translation>
    </message>
    <message>
        <source>%1, but there is no such scene now</source>
        <comment>the step</comment>
        <translation>%1, aber es gibt gerade keine solche Szene</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <comment>device, command, value</comment>
        <translation>%1: %2 = %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>the step, what it sends</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tried on the past: %1</source>
        <translation>An der Vergangenheit erprobt: %1</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>dem letzten Tag</translation>
    </message>
    <message>
        <source>the last week</source>
        <translation>der letzten Woche</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>Which past</source>
        <translation>Welche Vergangenheit</translation>
    </message>
    <message>
        <source>How much of it was looked at</source>
        <translation>Wie viel davon angesehen ist</translation>
    </message>
    <message>
        <source>When it would have been set off</source>
        <translation>Wann sie ausgelöst worden wäre</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What would have happened</source>
        <translation>Was geschehen wäre</translation>
    </message>
    <message>
        <source>Tried &amp;on</source>
        <translation>Erprobt &amp;an</translation>
    </message>
    <message>
        <source>Nothing is sent. Searches are answered as of now, and what its commands would have changed is not in the past.</source>
        <translation>Es wird nichts gesendet. Suchen werden nach dem Stand von jetzt beantwortet, und was die Befehle geändert hätten, steht nicht in der Vergangenheit.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Nicht weiter suchen</translation>
    </message>
    <message>
        <source>You stopped it before the end.</source>
        <translation>Sie haben die Erprobung vor dem Ende angehalten.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>It would not have been set off.</source>
        <translation>Sie wäre nicht ausgelöst worden.</translation>
    </message>
    <message numerus="yes">
        <source>It would have been set off and run %n time(s).</source>
        <translation>
            <numerusform>Sie wäre %n-mal ausgelöst worden und gelaufen.</numerusform>
            <numerusform>Sie wäre %n-mal ausgelöst worden und gelaufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have been set off %n time(s), and run in %1 of these.</source>
        <translation>
            <numerusform>Sie wäre %n-mal ausgelöst worden und davon %1-mal gelaufen.</numerusform>
            <numerusform>Sie wäre %n-mal ausgelöst worden und davon %1-mal gelaufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) the run before would still have been under way.</source>
        <translation>
            <numerusform>%n-mal wäre der Lauf davor noch unterwegs gewesen.</numerusform>
            <numerusform>%n-mal wäre der Lauf davor noch unterwegs gewesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n are listed.</source>
        <translation>
            <numerusform>Der letzte steht in der Liste.</numerusform>
            <numerusform>Die letzten %n stehen in der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n metrics were looked at.</source>
        <translation>
            <numerusform>Nur die erste Messgröße wurde angesehen.</numerusform>
            <numerusform>Nur die ersten %n Messgrößen wurden angesehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::TriggerRow</name>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>rises above</source>
        <translation>steigt über</translation>
    </message>
    <message>
        <source>falls below</source>
        <translation>fällt unter</translation>
    </message>
    <message>
        <source>comes between</source>
        <translation>kommt zwischen</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>verlässt</translation>
    </message>
    <message>
        <source>changes to</source>
        <translation>wird zu</translation>
    </message>
    <message>
        <source>is silent</source>
        <translation>schweigt</translation>
    </message>
    <message>
        <source>appears</source>
        <translation>erscheint</translation>
    </message>
    <message>
        <source>goes offline</source>
        <translation>geht offline</translation>
    </message>
    <message>
        <source>has a new alarm</source>
        <translation>hat einen neuen Alarm</translation>
    </message>
    <message>
        <source>has an alarm less</source>
        <translation>hat einen Alarm weniger</translation>
    </message>
    <message>
        <source>a person starts it</source>
        <translation>wird von Hand gestartet</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>Obere Grenze</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>and again after coming back by</source>
        <translation>und erneut, wenn zurück um</translation>
    </message>
    <message>
        <source>Hysteresis</source>
        <translation>Hysterese</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>any alarm, or its name</source>
        <translation>irgendein Alarm, oder sein Name</translation>
    </message>
    <message>
        <source>it is time</source>
        <translation>es Zeit ist</translation>
    </message>
    <message>
        <source>it is told from outside</source>
        <translation>von außen wird etwas gesagt</translation>
    </message>
    <message>
        <source>a name of its own</source>
        <translation>ein eigener Name</translation>
    </message>
    <message>
        <source>Set off by the command: muster --tell “name”</source>
        <translation>Ausgelöst durch den Befehl: muster --tell „Name“</translation>
    </message>
</context>
<context>
    <name>muster::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
</context>
<context>
    <name>muster::ValueTable</name>
    <message>
        <source>Values at the cursor and the marks</source>
        <translation>Werte am Cursor und an den Marken</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>A</source>
        <comment>first mark</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <comment>second mark</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>Δ</source>
        <comment>difference</comment>
        <translation>Δ</translation>
    </message>
    <message>
        <source>Hide the value table</source>
        <translation>Wertetabelle ausblenden</translation>
    </message>
    <message>
        <source>Hide the value table (T)</source>
        <translation>Wertetabelle ausblenden (T)</translation>
    </message>
    <message>
        <source>Cursor %1</source>
        <translation>Cursor %1</translation>
    </message>
    <message>
        <source>A %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>B %1 · Δt %2</source>
        <translation>B %1 · Δt %2</translation>
    </message>
    <message>
        <source>Cursor to A: Δt %1</source>
        <translation>Cursor zu A: Δt %1</translation>
    </message>
    <message>
        <source>Point at the chart, or press M to place marks.</source>
        <translation>Auf das Diagramm zeigen oder mit M Marken setzen.</translation>
    </message>
</context>
<context>
    <name>muster::WebAddresses</name>
    <message>
        <source>The web address of the alarm “%1” is not known here: enter it again there.</source>
        <translation>Die Webadresse des Alarms „%1“ ist hier nicht bekannt: dort erneut eingeben.</translation>
    </message>
    <message>
        <source>The web address of “%1” is not known here: enter it again in step %2.</source>
        <translation>Die Webadresse von „%1“ ist hier nicht bekannt: in Schritt %2 erneut eingeben.</translation>
    </message>
    <message>
        <source>The web address at %1 is not known here: enter it again.</source>
        <translation>Die Webadresse bei %1 ist hier nicht bekannt: erneut eingeben.</translation>
    </message>
    <message>
        <source>Enter the whole address, beginning with %1/. If it leads elsewhere now, change the rule.</source>
        <translation>Geben Sie die ganze Adresse ein, sie beginnt mit %1/. Führt sie jetzt woandershin, ändern Sie die Regel.</translation>
    </message>
    <message>
        <source>Nothing uses this address any more.</source>
        <translation>Diese Adresse benutzt niemand mehr.</translation>
    </message>
</context>
<context>
    <name>muster::WebSecrets</name>
    <message>
        <source>The web addresses of rules have moved into the keychain. Backups made before still hold them.</source>
        <translation>Die Webadressen von Regeln sind in den Schlüsselbund umgezogen. In früheren Sicherungen stehen sie noch.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is wrong with the keychain, what is not known</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>There is no usable keychain, so the web addresses of %n rule(s) stay in fleet.db as they are, readable to whoever reads that file. They move as soon as a keychain takes them.</source>
        <translation>
            <numerusform>Es gibt keinen brauchbaren Schlüsselbund. Daher bleibt die Webadresse von %n Regel so in fleet.db, wie sie ist, lesbar für jeden, der diese Datei liest. Sie zieht um, sobald ein Schlüsselbund sie nimmt.</numerusform>
            <numerusform>Es gibt keinen brauchbaren Schlüsselbund. Daher bleiben die Webadressen von %n Regeln so in fleet.db, wie sie sind, lesbar für jeden, der diese Datei liest. Sie ziehen um, sobald ein Schlüsselbund sie nimmt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>muster::Webhooks</name>
    <message>
        <source>%1 was not told: %2 messages to the web are waiting already.</source>
        <translation>%1 wurde nicht benachrichtigt: Es warten schon %2 Nachrichten an das Web.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 wants to be told at another address (HTTP %2). Write that one.</source>
        <translation>%1 will an einer anderen Adresse benachrichtigt werden (HTTP %2). Schreiben Sie diese.</translation>
    </message>
    <message>
        <source>%1 refused it (HTTP %2).</source>
        <translation>%1 hat es abgelehnt (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 could not show a certificate that is trusted.</source>
        <translation>%1 konnte kein vertrauenswürdiges Zertifikat vorzeigen.</translation>
    </message>
    <message>
        <source>There is no %1 in the network.</source>
        <translation>Im Netz gibt es kein %1.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 war nicht zu erreichen.</translation>
    </message>
</context>
<context>
    <name>muster::WeekPlan</name>
    <message>
        <source>Week plan</source>
        <translation>Wochenplan</translation>
    </message>
    <message>
        <source>%1 %2 to %3: %4</source>
        <comment>Monday 06:00 to 08:00: 21 °C</comment>
        <translation>%1 %2 bis %3: %4</translation>
    </message>
    <message>
        <source>%1, no block is selected. Insert makes one.</source>
        <translation>%1, kein Block ist gewählt. Einfg macht einen.</translation>
    </message>
    <message>
        <source>Drag to make a block.</source>
        <translation>Ziehen Sie, um einen Block zu machen.</translation>
    </message>
    <message>
        <source>Drag along a day to make a block.</source>
        <translation>Ziehen Sie einen Tag entlang, um einen Block zu machen.</translation>
    </message>
</context>
<context>
    <name>muster::WeekPlanEdit</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Value of the block</source>
        <translation>Wert des Blocks</translation>
    </message>
    <message>
        <source>Value between the blocks</source>
        <translation>Wert zwischen den Blöcken</translation>
    </message>
    <message>
        <source>Add block</source>
        <translation>Block hinzufügen</translation>
    </message>
    <message>
        <source>Delete block</source>
        <translation>Block löschen</translation>
    </message>
    <message>
        <source>Weekday of the block</source>
        <translation>Wochentag des Blocks</translation>
    </message>
    <message>
        <source>00:00 is the end of the day</source>
        <translation>00:00 ist das Ende des Tages</translation>
    </message>
    <message>
        <source>Copy day to</source>
        <translation>Tag kopieren nach</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>sonst</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Samstag und Sonntag</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>muster::WeekPlanner</name>
    <message>
        <source>This plan is on</source>
        <translation>Dieser Plan ist an</translation>
    </message>
    <message>
        <source>And to…</source>
        <translation>Und an…</translation>
    </message>
    <message>
        <source>Send the value of now at once</source>
        <translation>Den jetzigen Wert sofort senden</translation>
    </message>
    <message>
        <source>Edit week plan</source>
        <translation>Wochenplan bearbeiten</translation>
    </message>
    <message>
        <source>New week plan</source>
        <translation>Neuer Wochenplan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, such as “Heating of the living room”</source>
        <translation>Name, etwa „Heizung im Wohnzimmer“</translation>
    </message>
    <message>
        <source>Next changes</source>
        <translation>Nächste Wechsel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Create week plan</source>
        <translation>Wochenplan anlegen</translation>
    </message>
    <message>
        <source>After Muster was not running or the computer slept</source>
        <translation>Nachdem Muster nicht lief oder der Rechner schlief</translation>
    </message>
    <message>
        <source>send the value that holds then</source>
        <translation>den dann gültigen Wert senden</translation>
    </message>
    <message>
        <source>wait for the next change</source>
        <translation>auf den nächsten Wechsel warten</translation>
    </message>
    <message>
        <source>ask me</source>
        <translation>mich fragen</translation>
    </message>
    <message>
        <source>After a pause of Muster or the computer:</source>
        <translation>Nach einer Pause von Muster oder Rechner:</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>moment, value</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
</context>
<context>
    <name>muster::Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>Noch keine Geräte</translation>
    </message>
    <message>
        <source>Muster finds the devices behind a connection, shows what they report and sends them commands.</source>
        <translation>Muster findet die Geräte hinter einer Verbindung, zeigt, was sie melden, und schickt ihnen Befehle.</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Start a broker on this computer</source>
        <translation>Broker auf diesem Rechner starten</translation>
    </message>
    <message>
        <source>Try the demo fleet</source>
        <translation>Demo-Flotte ausprobieren</translation>
    </message>
    <message>
        <source>Or drop an address or a .muster file on this window.</source>
        <translation>Oder eine Adresse oder eine .muster-Datei auf diesem Fenster ablegen.</translation>
    </message>
</context>
<context>
    <name>muster::WindowActions</name>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>The charts stand still, recording continues. Go on (%1)</source>
        <translation>Die Diagramme stehen still, die Aufzeichnung läuft weiter. Fortfahren (%1)</translation>
    </message>
    <message>
        <source>Make the charts stand still (%1)</source>
        <translation>Die Diagramme anhalten (%1)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add connection…</source>
        <translation>Verbindung &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>&amp;Verbindungen …</translation>
    </message>
    <message>
        <source>&amp;Import connections…</source>
        <translation>Verbindungen &amp;einlesen …</translation>
    </message>
    <message>
        <source>E&amp;xport connections…</source>
        <translation>Verbindungen aus&amp;geben …</translation>
    </message>
    <message>
        <source>&amp;Broker on this computer</source>
        <translation>&amp;Broker auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Try the demo fleet</source>
        <translation>Demo-Flotte aus&amp;probieren</translation>
    </message>
    <message>
        <source>Export &amp;chart…</source>
        <translation>&amp;Diagramm ausgeben …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Find devices</source>
        <translation>Geräte &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Pause charts</source>
        <translation>Diagramme &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>Dar&amp;k theme</source>
        <translation>Dun&amp;kles Aussehen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Muster</source>
        <translation>Ü&amp;ber Muster</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Switch to the light theme (%1)</source>
        <translation>Zum hellen Aussehen wechseln (%1)</translation>
    </message>
    <message>
        <source>Switch to the dark theme (%1)</source>
        <translation>Zum dunklen Aussehen wechseln (%1)</translation>
    </message>
    <message>
        <source>Calculated &amp;metrics…</source>
        <translation>Berechnete &amp;Messwerte …</translation>
    </message>
    <message>
        <source>Export &amp;data…</source>
        <translation>&amp;Daten exportieren…</translation>
    </message>
    <message>
        <source>Import a &amp;table…</source>
        <translation>&amp;Tabelle importieren…</translation>
    </message>
    <message>
        <source>Back &amp;up everything…</source>
        <translation>Alles &amp;sichern…</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>Sicherung &amp;wiederherstellen…</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>&amp;Rückblick</translation>
    </message>
    <message>
        <source>Alarms %1</source>
        <translation>Alarme %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open alarm(s) (%1)</source>
        <translation>
            <numerusform>%n offener Alarm (%1)</numerusform>
            <numerusform>%n offene Alarme (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarms (%1)</source>
        <translation>Alarme (%1)</translation>
    </message>
    <message>
        <source>Device pr&amp;ofiles…</source>
        <translation>Gerätepr&amp;ofile…</translation>
    </message>
    <message>
        <source>Install a profi&amp;le…</source>
        <translation>Ein Profi&amp;l installieren…</translation>
    </message>
    <message>
        <source>&amp;Alarms</source>
        <translation>&amp;Alarme</translation>
    </message>
    <message>
        <source>A&amp;utomations…</source>
        <translation>A&amp;utomationen …</translation>
    </message>
    <message>
        <source>&amp;Links…</source>
        <translation>Ver&amp;knüpfungen…</translation>
    </message>
    <message>
        <source>S&amp;cenes…</source>
        <translation>S&amp;zenen …</translation>
    </message>
</context>
<context>
    <name>muster::ble::Link</name>
    <message>
        <source>The link was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The device did not let itself be connected to.</source>
        <translation>Das Gerät hat sich nicht verbinden lassen.</translation>
    </message>
    <message>
        <source>The link to the device broke.</source>
        <translation>Die Verbindung zum Gerät ist abgerissen.</translation>
    </message>
    <message>
        <source>The device did not answer in time.</source>
        <translation>Das Gerät hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The device did not answer in time. Is it near, and is nothing else connected to it?</source>
        <translation>Das Gerät hat nicht rechtzeitig geantwortet. Ist es in der Nähe und nicht mit etwas anderem verbunden?</translation>
    </message>
    <message>
        <source>The device did not tell its services in time.</source>
        <translation>Das Gerät hat seine Dienste nicht rechtzeitig genannt.</translation>
    </message>
    <message>
        <source>The device refused what was written. It may want to be paired first.</source>
        <translation>Das Gerät hat das Geschriebene abgelehnt. Vielleicht will es erst gekoppelt werden.</translation>
    </message>
    <message>
        <source>The device refused to be read.</source>
        <translation>Das Gerät hat das Lesen abgelehnt.</translation>
    </message>
    <message>
        <source>The device refused.</source>
        <translation>Das Gerät hat abgelehnt.</translation>
    </message>
    <message>
        <source>The device is not connected.</source>
        <translation>Das Gerät ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Too much is waiting to be written to the device.</source>
        <translation>Zu viel wartet darauf, auf das Gerät geschrieben zu werden.</translation>
    </message>
    <message>
        <source>The device cannot be told to report.</source>
        <translation>Das Gerät kann nicht angewiesen werden, von selbst zu melden.</translation>
    </message>
</context>
<context>
    <name>muster::ble::Node</name>
    <message>
        <source>Encryption key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Send a line</source>
        <translation>Zeile senden</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>Kein Alarm</translation>
    </message>
    <message>
        <source>Mild alert</source>
        <translation>Leiser Alarm</translation>
    </message>
    <message>
        <source>High alert</source>
        <translation>Lauter Alarm</translation>
    </message>
    <message>
        <source>Write %1 (hexadecimal)</source>
        <translation>%1 schreiben (hexadezimal)</translation>
    </message>
    <message>
        <source>%1 knows no such alert.</source>
        <translation>%1 kennt keinen solchen Alarm.</translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes in hexadecimal digits, such as 01 FF.</source>
        <translation>„%1“ sind keine Bytes in hexadezimalen Ziffern wie 01 FF.</translation>
    </message>
    <message>
        <source>%1 has no such command.</source>
        <translation>%1 hat keinen solchen Befehl.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Koppeln</translation>
    </message>
    <message>
        <source>Forget pairing</source>
        <translation>Kopplung vergessen</translation>
    </message>
</context>
<context>
    <name>muster::ble::Pairer</name>
    <message>
        <source>The number was wrong, or the device does not want to be paired.</source>
        <translation>Die Zahl war falsch, oder das Gerät will nicht gekoppelt werden.</translation>
    </message>
    <message>
        <source>It was refused.</source>
        <translation>Es wurde abgelehnt.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The device did not answer in time.</source>
        <translation>Das Gerät hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The device did not let itself be connected to.</source>
        <translation>Das Gerät hat sich nicht verbinden lassen.</translation>
    </message>
    <message>
        <source>The Bluetooth service says: %1</source>
        <translation>Der Bluetooth-Dienst sagt: %1</translation>
    </message>
    <message>
        <source>Other devices are being paired. Try again when they are.</source>
        <translation>Gerade werden andere Geräte gekoppelt. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>The device is not near at the moment.</source>
        <translation>Das Gerät ist gerade nicht in der Nähe.</translation>
    </message>
    <message>
        <source>Nobody answered in time.</source>
        <translation>Niemand hat rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>muster::ble::Radio</name>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>Bluetooth is not there at the moment.</source>
        <translation>Bluetooth ist gerade nicht da.</translation>
    </message>
    <message>
        <source>The device has not been heard yet.</source>
        <translation>Das Gerät war noch nicht zu hören.</translation>
    </message>
    <message>
        <source>Muster is connected to %1 Bluetooth devices already, which is as many as it holds.</source>
        <translation>Muster ist schon mit %1 Bluetooth-Geräten verbunden, mehr hält es nicht.</translation>
    </message>
    <message>
        <source>The device is not connected.</source>
        <translation>Das Gerät ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The link was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>muster::chartkeys</name>
    <message>
        <source>Chart: go back and forward in time</source>
        <translation>Diagramm: in der Zeit zurück und vor</translation>
    </message>
    <message>
        <source>Chart: zoom the time</source>
        <translation>Diagramm: Zeit vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Chart: zoom the values</source>
        <translation>Diagramm: Werte vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Chart: move the values</source>
        <translation>Diagramm: Werte verschieben</translation>
    </message>
    <message>
        <source>Chart: show everything</source>
        <translation>Diagramm: alles zeigen</translation>
    </message>
    <message>
        <source>Chart: follow live</source>
        <translation>Diagramm: live folgen</translation>
    </message>
    <message>
        <source>Chart: pause</source>
        <translation>Diagramm: anhalten</translation>
    </message>
    <message>
        <source>Chart: jump to a time</source>
        <translation>Diagramm: zu einem Zeitpunkt springen</translation>
    </message>
    <message>
        <source>Chart: move the cursor</source>
        <translation>Diagramm: Cursor bewegen</translation>
    </message>
    <message>
        <source>Chart: place a mark (also %1+click)</source>
        <translation>Diagramm: Marke setzen (auch %1+Klick)</translation>
    </message>
    <message>
        <source>Chart: clear the marks</source>
        <translation>Diagramm: Marken entfernen</translation>
    </message>
    <message>
        <source>Chart: table of values</source>
        <translation>Diagramm: Wertetabelle</translation>
    </message>
    <message>
        <source>Chart: statistics</source>
        <translation>Diagramm: Statistik</translation>
    </message>
</context>
<context>
    <name>muster::codec::ProfileShelf</name>
    <message>
        <source>There is no profile “%1”. Choose another, or drop its file on the window to install it.</source>
        <translation>Es gibt kein Profil „%1“. Wählen Sie ein anderes, oder ziehen Sie seine Datei auf das Fenster, um es zu installieren.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
    <message>
        <source>“%1” cannot be the id of a profile: it is made of small letters, digits and “-”.</source>
        <translation>„%1“ kann nicht die Kennung eines Profils sein: Sie besteht aus Kleinbuchstaben, Ziffern und „-“.</translation>
    </message>
    <message>
        <source>Nothing is kept in the demo, profiles neither. Export the profile to a file instead.</source>
        <translation>In der Vorführung wird nichts aufgehoben, auch keine Profile. Exportieren Sie das Profil in eine Datei.</translation>
    </message>
    <message>
        <source>%1 profiles are installed already. Remove one first.</source>
        <translation>Es sind schon %1 Profile installiert. Entfernen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>The profile cannot be written to %1: %2</source>
        <translation>Das Profil kann nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” is not installed.</source>
        <translation>„%1“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>%1 kann nicht entfernt werden: %2</translation>
    </message>
    <message>
        <source>The profile “%1” is one of a Bluetooth device, not of a serial line. Choose another.</source>
        <translation>Das Profil „%1“ ist eines für ein Bluetooth-Gerät, nicht für eine serielle Leitung. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>“%1” is the id of a profile of another kind: one is of a serial line, the other of a Bluetooth device. Choose another id.</source>
        <translation>„%1“ ist die Kennung eines Profils anderer Art: Das eine ist für eine serielle Leitung, das andere für ein Bluetooth-Gerät. Wählen Sie eine andere Kennung.</translation>
    </message>
</context>
<context>
    <name>muster::connectionfile</name>
    <message>
        <source>Connection %1 has no &quot;url&quot;.</source>
        <translation>Verbindung %1 hat keine „url“.</translation>
    </message>
    <message>
        <source>The address of connection %1 is too long.</source>
        <translation>Die Adresse der Verbindung %1 ist zu lang.</translation>
    </message>
    <message>
        <source>The address of connection %1 is not a valid one.</source>
        <translation>Die Adresse der Verbindung %1 ist ungültig.</translation>
    </message>
    <message>
        <source>Connection %1 has a password in its address. Take it out of the file; it is asked for when connecting.</source>
        <translation>Verbindung %1 hat ein Passwort in der Adresse. Bitte aus der Datei nehmen; es wird beim Verbinden erfragt.</translation>
    </message>
    <message>
        <source>It is larger than 1 MB, which no list of connections is.</source>
        <translation>Sie ist größer als 1 MB; so groß ist keine Liste von Verbindungen.</translation>
    </message>
    <message>
        <source>It is not valid JSON: %1 at character %2.</source>
        <translation>Sie ist kein gültiges JSON: %1 bei Zeichen %2.</translation>
    </message>
    <message>
        <source>It is not a list of Muster connections.</source>
        <translation>Sie ist keine Liste von Muster-Verbindungen.</translation>
    </message>
    <message>
        <source>It was written by a newer Muster.</source>
        <translation>Sie stammt von einem neueren Muster.</translation>
    </message>
    <message>
        <source>There is no connection in it.</source>
        <translation>Es steht keine Verbindung darin.</translation>
    </message>
    <message>
        <source>There are %1 connections in it; at most %2 are taken.</source>
        <translation>Es stehen %1 Verbindungen darin; höchstens %2 werden übernommen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 was not taken in. %2</source>
        <translation>%1 wurde nicht übernommen. %2</translation>
    </message>
</context>
<context>
    <name>muster::dragout</name>
    <message>
        <source>%1 metrics</source>
        <translation>%1 Messwerte</translation>
    </message>
</context>
<context>
    <name>muster::format</name>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds ago</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes ago</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Silent for a while</source>
        <translation>Eine Weile still</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not heard yet</source>
        <translation>Noch nicht gehört</translation>
    </message>
    <message>
        <source>M2M</source>
        <translation>M2M</translation>
    </message>
    <message>
        <source>IoT</source>
        <translation>IoT</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriell</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>✓ confirmed in %1</source>
        <translation>✓ bestätigt nach %1</translation>
    </message>
    <message>
        <source>sent, not confirmed</source>
        <translation>gesendet, nicht bestätigt</translation>
    </message>
    <message>
        <source>timed out after %1</source>
        <translation>keine Antwort nach %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <comment>command failed</comment>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>%1 device</source>
        <translation>%1 Gerät</translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation>%1 Geräte</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>muster::line::Exchange</name>
    <message>
        <source>Too many commands wait for %1. Try again when some are done.</source>
        <translation>Zu viele Befehle warten auf %1. Wieder versuchen, wenn einige erledigt sind.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 ms.</source>
        <translation>%1 hat nicht innerhalb von %2 ms geantwortet.</translation>
    </message>
</context>
<context>
    <name>muster::line::Line</name>
    <message>
        <source>%1 is not open. The command was not sent.</source>
        <translation>%1 ist nicht geöffnet. Der Befehl wurde nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>muster::linkwords</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Stopped, it sets off itself: %1</source>
        <translation>Angehalten, sie löst sich selbst aus: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Stopped, nothing arrives any more</source>
        <translation>Angehalten, es kommt nichts mehr an</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waits for a value</source>
        <translation>Wartet auf einen Wert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie er ist</translation>
    </message>
</context>
<context>
    <name>muster::mqtt::Words</name>
    <message>
        <source>Ask for all values</source>
        <translation>Alle Werte abfragen</translation>
    </message>
    <message>
        <source>The shadow was not changed: %1.</source>
        <translation>Der Schatten wurde nicht geändert: %1.</translation>
    </message>
    <message>
        <source>no shadow of a thing</source>
        <translation>kein Schatten eines Dings</translation>
    </message>
    <message>
        <source>“%1” wants %2.</source>
        <translation>„%1“ verlangt %2.</translation>
    </message>
    <message>
        <source>a number between %1 and %2</source>
        <translation>eine Zahl zwischen %1 und %2</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>an oder aus</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>The device&apos;s template made nothing of this value.</source>
        <translation>Die Vorlage des Geräts hat aus diesem Wert nichts gemacht.</translation>
    </message>
    <message>
        <source>a colour such as #ff8000 or 255,128,0</source>
        <translation>eine Farbe wie #ff8000 oder 255,128,0</translation>
    </message>
    <message>
        <source>no description of an ESPHome device</source>
        <translation>keine Beschreibung eines ESPHome-Geräts</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>verriegeln</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>entriegeln</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Betriebsart</translation>
    </message>
    <message>
        <source>Target temperature</source>
        <translation>Solltemperatur</translation>
    </message>
    <message>
        <source>Lowest temperature</source>
        <translation>Untere Temperatur</translation>
    </message>
    <message>
        <source>Highest temperature</source>
        <translation>Obere Temperatur</translation>
    </message>
    <message>
        <source>Current temperature</source>
        <translation>Aktuelle Temperatur</translation>
    </message>
    <message>
        <source>Target humidity</source>
        <translation>Sollfeuchte</translation>
    </message>
    <message>
        <source>Current humidity</source>
        <translation>Aktuelle Luftfeuchte</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Fan</source>
        <translation>Lüfter</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>Schwenken</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Ein/Aus</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Oscillation</source>
        <translation>Schwenken</translation>
    </message>
    <message>
        <source>Installed version</source>
        <translation>Installierte Version</translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation>Neueste Version</translation>
    </message>
    <message>
        <source>Update progress</source>
        <translation>Fortschritt der Aktualisierung</translation>
    </message>
    <message>
        <source>Install update</source>
        <translation>Aktualisierung installieren</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>unterbrechen</translation>
    </message>
    <message>
        <source>return</source>
        <translation>zurückkehren</translation>
    </message>
    <message>
        <source>locate</source>
        <translation>orten</translation>
    </message>
    <message>
        <source>Start mowing</source>
        <translation>Mähen beginnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>Zur Ladestation</translation>
    </message>
    <message>
        <source>It wants a code, which is not kept here</source>
        <translation>Es verlangt einen Code, der hier nicht aufbewahrt wird</translation>
    </message>
    <message>
        <source>disarm</source>
        <translation>entschärfen</translation>
    </message>
    <message>
        <source>arm at home</source>
        <translation>scharf, zu Hause</translation>
    </message>
    <message>
        <source>arm away</source>
        <translation>scharf, abwesend</translation>
    </message>
    <message>
        <source>arm for the night</source>
        <translation>scharf, nachts</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>auslösen</translation>
    </message>
    <message>
        <source>Template not supported yet: %1</source>
        <translation>Vorlage noch nicht unterstützt: %1</translation>
    </message>
    <message>
        <source>%1 without its %2</source>
        <translation>%1 ohne %2</translation>
    </message>
    <message>
        <source>%1 whose %2 is no valid topic</source>
        <translation>%1, dessen %2 kein gültiges Topic ist</translation>
    </message>
    <message>
        <source>a device without identifiers and connections</source>
        <translation>ein Gerät ohne Kennungen (identifiers) und Verbindungen (connections)</translation>
    </message>
    <message>
        <source>number whose min is above its max</source>
        <translation>number, dessen min über max liegt</translation>
    </message>
    <message>
        <source>select without its options</source>
        <translation>select ohne seine options</translation>
    </message>
    <message>
        <source>Entities of the kind “%1” are not supported yet</source>
        <translation>Einträge der Art „%1“ werden noch nicht unterstützt</translation>
    </message>
    <message>
        <source>a device message without the identifiers of its device</source>
        <translation>eine Gerätenachricht ohne die Kennungen ihres Geräts</translation>
    </message>
    <message>
        <source>a device message without its origin</source>
        <translation>eine Gerätenachricht ohne ihre Herkunft (origin)</translation>
    </message>
    <message>
        <source>a device message without components</source>
        <translation>eine Gerätenachricht ohne Komponenten</translation>
    </message>
    <message>
        <source>a component without its platform</source>
        <translation>eine Komponente ohne ihre Plattform</translation>
    </message>
    <message>
        <source>an unknown component: %1</source>
        <translation>eine unbekannte Komponente: %1</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Colour temperature</source>
        <translation>Farbtemperatur</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Colour mode</source>
        <translation>Farbmodus</translation>
    </message>
    <message>
        <source>too many attributes</source>
        <translation>zu viele Attribute</translation>
    </message>
    <message>
        <source>no description of a Homie device</source>
        <translation>keine Beschreibung eines Homie-Geräts</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>no state of a Homie device</source>
        <translation>kein Zustand eines Homie-Geräts</translation>
    </message>
    <message>
        <source>%1 (on its way to)</source>
        <translation>%1 (auf dem Weg zu)</translation>
    </message>
    <message>
        <source>Downlink (base64)</source>
        <translation>Downlink (Base64)</translation>
    </message>
    <message>
        <source>Send a text</source>
        <translation>Text senden</translation>
    </message>
    <message>
        <source>no packet of Meshtastic</source>
        <translation>kein Paket von Meshtastic</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>kein JSON</translation>
    </message>
    <message>
        <source>The device refused: %1.</source>
        <translation>Das Gerät hat abgelehnt: %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ask for names and version</source>
        <translation>Namen und Version abfragen</translation>
    </message>
    <message>
        <source>Update the firmware</source>
        <translation>Firmware aktualisieren</translation>
    </message>
    <message>
        <source>no description of a Shelly</source>
        <translation>keine Beschreibung eines Shelly</translation>
    </message>
    <message>
        <source>no description of a Tasmota device</source>
        <translation>keine Beschreibung eines Tasmota-Geräts</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Colour (#RRGGBB)</source>
        <translation>Farbe (#RRGGBB)</translation>
    </message>
    <message>
        <source>broken XML</source>
        <translation>fehlerhaftes XML</translation>
    </message>
    <message>
        <source>Zigbee2MQTT bridge</source>
        <translation>Zigbee2MQTT-Brücke</translation>
    </message>
    <message>
        <source>Let devices join (seconds)</source>
        <translation>Geräte beitreten lassen (Sekunden)</translation>
    </message>
    <message numerus="yes">
        <source>Group of %n device(s)</source>
        <translation>
            <numerusform>Gruppe aus %n Gerät</numerusform>
            <numerusform>Gruppe aus %n Geräten</numerusform>
        </translation>
    </message>
    <message>
        <source>no list of devices</source>
        <translation>keine Geräteliste</translation>
    </message>
    <message>
        <source>the template is not well formed</source>
        <translation>die Vorlage ist nicht wohlgeformt</translation>
    </message>
    <message>
        <source>“%1” in a template is not supported</source>
        <translation>„%1“ in einer Vorlage wird nicht unterstützt</translation>
    </message>
    <message>
        <source>the template is too long</source>
        <translation>die Vorlage ist zu lang</translation>
    </message>
    <message>
        <source>A message on “%1” could not be read.</source>
        <translation>Eine Nachricht auf „%1“ war nicht lesbar.</translation>
    </message>
    <message>
        <source>A message on “%1” could not be read: %2.</source>
        <translation>Eine Nachricht auf „%1“ war nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>A message on “%1” was larger than the limit (option maxpayload) and was dropped.</source>
        <translation>Eine Nachricht auf „%1“ war größer als die Grenze (Option maxpayload) und wurde verworfen.</translation>
    </message>
    <message>
        <source>A value on “%1” is of another type than before and was not stored.</source>
        <translation>Ein Wert auf „%1“ ist von anderer Art als zuvor und wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>A limit was reached at “%1”: not everything that arrives is shown.</source>
        <translation>Bei „%1“ wurde eine Grenze erreicht: Nicht alles, was eintrifft, wird gezeigt.</translation>
    </message>
    <message>
        <source>its topic is no plain text</source>
        <translation>ihr Topic ist kein reiner Text</translation>
    </message>
    <message>
        <source>Option %1 is “%2”; it must be a whole number from %3 to %4.</source>
        <translation>Option %1 ist „%2“; sie muss eine ganze Zahl von %3 bis %4 sein.</translation>
    </message>
    <message>
        <source>Option %1 is “%2”; it can be on or off.</source>
        <translation>Option %1 ist „%2“; sie kann on oder off sein.</translation>
    </message>
    <message>
        <source>“%1” is no topic filter: + stands for a whole level, # for all that follow and only at the end.</source>
        <translation>„%1“ ist kein Topic-Filter: + steht für eine ganze Ebene, # für alle folgenden und nur am Ende.</translation>
    </message>
    <message>
        <source>Option protocol is “%1”; it can be 3.1.1 or 5.</source>
        <translation>Option protocol ist „%1“; sie kann 3.1.1 oder 5 sein.</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read. Check the path of option %2.</source>
        <translation>Die Zertifikatsdatei %1 ist nicht lesbar. Prüfen Sie den Pfad der Option %2.</translation>
    </message>
    <message>
        <source>Option pin is “%1”; it must be the SHA-256 of a certificate, 64 hexadecimal digits.</source>
        <translation>Die Option pin ist „%1“; sie muss der SHA-256 eines Zertifikats sein, 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>Option alpn is “%1”; it must be names of protocols with commas between, such as x-amzn-mqtt-ca.</source>
        <translation>Die Option alpn ist „%1“; sie muss aus Namen von Protokollen mit Kommas dazwischen bestehen, etwa x-amzn-mqtt-ca.</translation>
    </message>
    <message>
        <source>Option sni is “%1”; it must be the name of a host.</source>
        <translation>Die Option sni ist „%1“; sie muss der Name eines Rechners sein.</translation>
    </message>
    <message>
        <source>Option tls is “%1”; it can be 1.2 or 1.3.</source>
        <translation>Die Option tls ist „%1“; sie kann 1.2 oder 1.3 sein.</translation>
    </message>
    <message>
        <source>Option discovery is “%1”; it can be a topic such as homeassistant, or off.</source>
        <translation>Option discovery ist „%1“; sie kann ein Topic wie homeassistant sein, oder off.</translation>
    </message>
    <message>
        <source>Option conventions names “%1”; there are %2.</source>
        <translation>Die Option conventions nennt „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>Option sparkplug is “%1”; it can be listen, host or primary.</source>
        <translation>Die Option sparkplug ist „%1“; möglich sind listen, host und primary.</translation>
    </message>
    <message>
        <source>Option host is “%1”; a host id has no /, + or # in it.</source>
        <translation>Die Option host ist „%1“; in einer Host-Kennung stehen kein /, + und #.</translation>
    </message>
    <message>
        <source>Option sparkplug=primary needs a host id: add host=… with the id that the edge nodes are set to.</source>
        <translation>Die Option sparkplug=primary braucht eine Host-Kennung: Ergänzen Sie host=… mit der Kennung, auf die die Edge-Knoten eingestellt sind.</translation>
    </message>
    <message>
        <source>Option host is the id of a primary host: add sparkplug=primary, or leave host out.</source>
        <translation>Die Option host ist die Kennung eines primären Hosts: Ergänzen Sie sparkplug=primary oder lassen Sie host weg.</translation>
    </message>
    <message>
        <source>Option clientid is empty or too long; leave it out to have one made up.</source>
        <translation>Option clientid ist leer oder zu lang; wird sie weggelassen, wird eine erdacht.</translation>
    </message>
    <message>
        <source>This is no valid address: %1.</source>
        <translation>Das ist keine gültige Adresse: %1.</translation>
    </message>
    <message>
        <source>The address names no broker. Write it like mqtt://broker.local:1883.</source>
        <translation>Die Adresse nennt keinen Broker. Zum Beispiel so schreiben: mqtt://broker.local:1883.</translation>
    </message>
    <message>
        <source>Option %1 is there twice.</source>
        <translation>Option %1 steht zweimal da.</translation>
    </message>
    <message>
        <source>Option keyfile needs the certificate the key belongs to, in option cert.</source>
        <translation>Die Option keyfile braucht in der Option cert das Zertifikat, zu dem der Schlüssel gehört.</translation>
    </message>
    <message>
        <source>Option %1 needs an encrypted connection: write %2:// instead of %3://.</source>
        <translation>Option %1 braucht eine verschlüsselte Verbindung: Schreiben Sie %2:// statt %3://.</translation>
    </message>
    <message>
        <source>“%1” does not begin with mqtt://, mqtts://, ws:// or wss://.</source>
        <translation>„%1“ beginnt nicht mit mqtt://, mqtts://, ws:// oder wss://.</translation>
    </message>
    <message>
        <source>Port %1 does not exist; the usual ones are 1883 for mqtt, 8883 for mqtts, 80 for ws and 443 for wss.</source>
        <translation>Port %1 gibt es nicht; üblich sind 1883 für mqtt, 8883 für mqtts, 80 für ws und 443 für wss.</translation>
    </message>
    <message>
        <source>Open shutter %1</source>
        <translation>Rollladen %1 öffnen</translation>
    </message>
    <message>
        <source>Close shutter %1</source>
        <translation>Rollladen %1 schließen</translation>
    </message>
    <message>
        <source>Stop shutter %1</source>
        <translation>Rollladen %1 anhalten</translation>
    </message>
    <message>
        <source>Position of shutter %1</source>
        <translation>Position von Rollladen %1</translation>
    </message>
    <message>
        <source>Tilt of shutter %1</source>
        <translation>Neigung von Rollladen %1</translation>
    </message>
    <message>
        <source>A connection can have %1 rules that make devices of topics.</source>
        <translation>Eine Verbindung kann %1 Regeln haben, die aus Themen Geräte machen.</translation>
    </message>
    <message>
        <source>The rule “%1” cannot be read, column %2: %3</source>
        <translation>Die Regel „%1“ ist nicht lesbar, Spalte %2: %3</translation>
    </message>
    <message>
        <source>“%1” is no option of an MQTT connection. There are filter, protocol, clientid, ca, cert, keyfile, sni, alpn, tls, pin, keepalive, qos, maxpayload, discovery, conventions, sparkplug, host, reorder, rule, generic and retained.</source>
        <translation>„%1“ ist keine Option einer MQTT-Verbindung. Es gibt filter, protocol, clientid, ca, cert, keyfile, sni, alpn, tls, pin, keepalive, qos, maxpayload, discovery, conventions, sparkplug, host, reorder, rule, generic und retained.</translation>
    </message>
    <message>
        <source>All rules of a connection together can be %1 characters long.</source>
        <translation>Alle Regeln einer Verbindung zusammen können %1 Zeichen lang sein.</translation>
    </message>
    <message>
        <source>“%1” is no name for a level: it may have letters, digits and _.</source>
        <translation>„%1“ ist kein Name für eine Ebene: Er kann Buchstaben, Ziffern und _ haben.</translation>
    </message>
    <message>
        <source>{value} stands for what is sent; give the level another name.</source>
        <translation>{value} steht für das, was gesendet wird; geben Sie der Ebene einen anderen Namen.</translation>
    </message>
    <message>
        <source>Two levels are named “%1”.</source>
        <translation>Zwei Ebenen heißen „%1“.</translation>
    </message>
    <message>
        <source>A rule can have %1 levels.</source>
        <translation>Eine Regel kann %1 Ebenen haben.</translation>
    </message>
    <message>
        <source># stands for all levels that follow, so it can only be the last one.</source>
        <translation># steht für alle folgenden Ebenen und kann daher nur die letzte sein.</translation>
    </message>
    <message>
        <source>+, # and a name in braces stand for a whole level, between slashes.</source>
        <translation>+, # und ein Name in geschweiften Klammern stehen für eine ganze Ebene, zwischen Schrägstrichen.</translation>
    </message>
    <message>
        <source>Nothing says which device it is: name a level, such as {device}.</source>
        <translation>Nichts sagt, welches Gerät es ist: Geben Sie einer Ebene einen Namen, etwa {device}.</translation>
    </message>
    <message>
        <source>A rule begins with a topic, such as plant/{line}/{device}/state.</source>
        <translation>Eine Regel beginnt mit einem Thema, etwa plant/{line}/{device}/state.</translation>
    </message>
    <message>
        <source>No level is named “%1”.</source>
        <translation>Keine Ebene heißt „%1“.</translation>
    </message>
    <message>
        <source>Behind “device” follows its name, such as {line} {device}.</source>
        <translation>Hinter „device“ folgt sein Name, etwa {line} {device}.</translation>
    </message>
    <message>
        <source>“%1” is no format; there are %2.</source>
        <translation>„%1“ ist kein Format; es gibt %2.</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>Hier fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The unit ends with ].</source>
        <translation>Die Einheit endet mit ].</translation>
    </message>
    <message>
        <source>Write which value it is, and behind = how it is called.</source>
        <translation>Schreiben Sie, welcher Wert es ist, und hinter =, wie er heißt.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>„%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>There can be %1 of them.</source>
        <translation>Es können %1 davon sein.</translation>
    </message>
    <message>
        <source>Write the key of a value, and behind it the range of a number, such as speed 0..1500.</source>
        <translation>Schreiben Sie den Schlüssel eines Werts und dahinter den Bereich einer Zahl, etwa speed 0..1500.</translation>
    </message>
    <message>
        <source>A range goes from a number to a larger one, such as 0..1500.</source>
        <translation>Ein Bereich geht von einer Zahl zu einer größeren, etwa 0..1500.</translation>
    </message>
    <message>
        <source>Write which values can be set, and behind “at” the topic to send to.</source>
        <translation>Schreiben Sie, welche Werte gestellt werden können, und hinter „at“ das Thema, an das gesendet wird.</translation>
    </message>
    <message>
        <source>Behind “at” follows the topic to send to, without + and #.</source>
        <translation>Hinter „at“ folgt das Thema, an das gesendet wird, ohne + und #.</translation>
    </message>
    <message>
        <source>What is sent has {value} in it, where the value belongs.</source>
        <translation>Was gesendet wird, hat {value} an der Stelle des Werts.</translation>
    </message>
    <message>
        <source>“%1” says nothing here; there are device, format, keep and command.</source>
        <translation>„%1“ sagt hier nichts; es gibt device, format, keep und command.</translation>
    </message>
    <message>
        <source>A rule can be %1 characters long.</source>
        <translation>Eine Regel kann %1 Zeichen lang sein.</translation>
    </message>
    <message>
        <source>A rule is one line of plain text.</source>
        <translation>Eine Regel ist eine Zeile einfacher Text.</translation>
    </message>
    <message>
        <source>“%1” is not among the values that are kept.</source>
        <translation>„%1“ ist nicht unter den Werten, die behalten werden.</translation>
    </message>
    <message>
        <source>The payload is too long to be shown here.</source>
        <translation>Die Nutzlast ist zu lang, um sie hier zu zeigen.</translation>
    </message>
    <message>
        <source>The payload is not in this format.</source>
        <translation>Die Nutzlast hat nicht dieses Format.</translation>
    </message>
    <message>
        <source>There is no value in the payload.</source>
        <translation>In der Nutzlast ist kein Wert.</translation>
    </message>
    <message>
        <source>None of the values to keep is in the payload.</source>
        <translation>Keiner der Werte, die behalten werden sollen, ist in der Nutzlast.</translation>
    </message>
    <message>
        <source>A connection can have %1 rules with %2 characters in all.</source>
        <translation>Eine Verbindung kann %1 Regeln mit insgesamt %2 Zeichen haben.</translation>
    </message>
</context>
<context>
    <name>muster::mqtt::sparkplug::Words</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>“%1” wants %2.</source>
        <translation>„%1“ verlangt %2.</translation>
    </message>
    <message>
        <source>a whole number between %1 and %2</source>
        <translation>eine ganze Zahl zwischen %1 und %2</translation>
    </message>
    <message>
        <source>a number between %1 and %2</source>
        <translation>eine Zahl zwischen %1 und %2</translation>
    </message>
    <message>
        <source>a time such as 2030-01-31T12:00:00Z</source>
        <translation>einen Zeitpunkt wie 2030-01-31T12:00:00Z</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>an oder aus</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>This metric cannot be written.</source>
        <translation>Dieser Messwert lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>no memory to unpack it</source>
        <translation>zum Entpacken fehlt der Speicher</translation>
    </message>
    <message>
        <source>unpacked it is too large</source>
        <translation>entpackt ist sie zu groß</translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation>sie lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>its sequence number is not between 0 and 255</source>
        <translation>ihre Folgenummer liegt nicht zwischen 0 und 255</translation>
    </message>
    <message>
        <source>it does not say “online” and “timestamp”</source>
        <translation>„online“ und „timestamp“ stehen nicht darin</translation>
    </message>
    <message>
        <source>Host application</source>
        <translation>Host-Anwendung</translation>
    </message>
    <message>
        <source>there is too much in it</source>
        <translation>es steht zu viel darin</translation>
    </message>
    <message>
        <source>its bytes are no Sparkplug payload</source>
        <translation>ihre Bytes sind keine Sparkplug-Nachricht</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>es steht nichts darin</translation>
    </message>
    <message>
        <source>it is compressed twice</source>
        <translation>sie ist doppelt komprimiert</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>muster::payloadtext</name>
    <message>
        <source>This is no JSON.</source>
        <translation>Das ist kein JSON.</translation>
    </message>
    <message>
        <source>This is no CBOR.</source>
        <translation>Das ist kein CBOR.</translation>
    </message>
    <message>
        <source>This is not valid JSON: %1 at character %2.</source>
        <translation>Das ist kein gültiges JSON: %1 bei Zeichen %2.</translation>
    </message>
</context>
<context>
    <name>muster::scale</name>
    <message>
        <source>d MMM</source>
        <comment>date under a time axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date under a time axis</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>muster::script::ScriptRunner</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it did not start within %1 s</source>
        <translation>es ist nicht innerhalb von %1 s gestartet</translation>
    </message>
    <message>
        <source>one call took longer than %1 ms</source>
        <translation>ein Aufruf dauerte länger als %1 ms</translation>
    </message>
    <message>
        <source>The script of the profile “%1” cannot run: %2 cannot be started (%3). Install Muster anew.</source>
        <translation>Das Skript des Profils „%1“ kann nicht laufen: %2 lässt sich nicht starten (%3). Muster bitte neu installieren.</translation>
    </message>
    <message>
        <source>The script of the profile “%1” does not run: there are %2 already, one for each open device. Close one of these.</source>
        <translation>Das Skript des Profils „%1“ läuft nicht: Es laufen schon %2, eines für jedes geöffnete Gerät. Bitte eines davon schließen.</translation>
    </message>
    <message>
        <source>the connection was closed</source>
        <translation>die Verbindung wurde geschlossen</translation>
    </message>
    <message>
        <source>its process crashed or used too much memory</source>
        <translation>sein Prozess ist abgestürzt oder hat zu viel Speicher belegt</translation>
    </message>
    <message>
        <source>its process ended</source>
        <translation>sein Prozess hat sich beendet</translation>
    </message>
    <message>
        <source>The script of the profile “%1” was stopped %2 times and is off now: %3. Mend it in the profile editor, then open the connection anew.</source>
        <translation>Das Skript des Profils „%1“ wurde %2-mal angehalten und ist jetzt abgeschaltet: %3. Bitte im Profileditor in Ordnung bringen und die Verbindung neu öffnen.</translation>
    </message>
    <message>
        <source>The script of the profile “%1” was stopped: %2. It is started again. If that goes on, mend it in the profile editor.</source>
        <translation>Das Skript des Profils „%1“ wurde angehalten: %2. Es wird neu gestartet. Wenn das so weitergeht, bitte im Profileditor in Ordnung bringen.</translation>
    </message>
    <message>
        <source>The script of the profile “%1” does not keep up with what the device says. Some of it is left out and counted.</source>
        <translation>Das Skript des Profils „%1“ kommt nicht mit dem mit, was das Gerät sagt. Einiges wird ausgelassen und gezählt.</translation>
    </message>
    <message>
        <source>it was stopped and is not yet running again</source>
        <translation>es wurde angehalten und läuft noch nicht wieder</translation>
    </message>
    <message>
        <source>too many commands wait for it</source>
        <translation>zu viele Befehle warten darauf</translation>
    </message>
    <message>
        <source>its process said what it should not</source>
        <translation>sein Prozess sagte, was er nicht sagen soll</translation>
    </message>
    <message>
        <source>The script of the profile “%1” does not run. Mend it in the profile editor: %2</source>
        <translation>Das Skript des Profils „%1“ läuft nicht. Bitte im Profileditor in Ordnung bringen: %2</translation>
    </message>
    <message>
        <source>The script of the profile “%1” has no function decode(bytes). Add it in the profile editor.</source>
        <translation>Das Skript des Profils „%1“ hat keine Funktion decode(bytes). Bitte im Profileditor ergänzen.</translation>
    </message>
    <message>
        <source>The script of the profile “%1” has no function encode(command, value). Add it in the profile editor.</source>
        <translation>Das Skript des Profils „%1“ hat keine Funktion encode(command, value). Bitte im Profileditor ergänzen.</translation>
    </message>
    <message>
        <source>The script of the profile “%1” failed. %2 Mend it in the profile editor.</source>
        <translation>Das Skript des Profils „%1“ ist gescheitert. %2 Bitte im Profileditor in Ordnung bringen.</translation>
    </message>
    <message>
        <source>The command was not sent. %1</source>
        <translation>Der Befehl wurde nicht gesendet. %1</translation>
    </message>
    <message>
        <source>The script of the profile “%1” makes its bytes, and could not: %2.</source>
        <translation>Das Skript des Profils „%1“ macht seine Bytes und konnte es nicht: %2.</translation>
    </message>
</context>
<context>
    <name>muster::serial</name>
    <message>
        <source>Option baud is “%1”; it must be a whole number from %2 to %3.</source>
        <translation>Option baud ist „%1“; sie muss eine ganze Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>“%1” does not begin with serial:.</source>
        <translation>„%1“ beginnt nicht mit serial:.</translation>
    </message>
    <message>
        <source>This is no valid address: %1.</source>
        <translation>Das ist keine gültige Adresse: %1.</translation>
    </message>
    <message>
        <source>A path takes three slashes: serial:///dev/ttyUSB0. Ports of other computers cannot be opened.</source>
        <translation>Vor einen Pfad gehören drei Schrägstriche: serial:///dev/ttyUSB0. Anschlüsse anderer Rechner lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The address names no port. Write it like serial:///dev/ttyUSB0, or serial:auto for all boards on USB.</source>
        <translation>Die Adresse nennt keinen Anschluss. Schreiben Sie sie wie serial:///dev/ttyUSB0, oder serial:auto für alle Geräte an USB.</translation>
    </message>
    <message>
        <source>This is no name of a port.</source>
        <translation>Das ist kein Name eines Anschlusses.</translation>
    </message>
    <message>
        <source>Option %1 is there twice.</source>
        <translation>Option %1 steht zweimal da.</translation>
    </message>
    <message>
        <source>Option board is “%1”; it belongs to serial:auto and is written like 0403:6001:A50285BI,9600,gps-nmea.</source>
        <translation>Die Option board ist „%1“; sie gehört zu serial:auto und wird geschrieben wie 0403:6001:A50285BI,9600,gps-nmea.</translation>
    </message>
    <message>
        <source>Option board is there more than %1 times.</source>
        <translation>Die Option board ist mehr als %1-mal da.</translation>
    </message>
    <message>
        <source>“%1” is no option of a serial connection. There are baud, bits, parity, stop, flow, dtr, rts, profile, ending and board.</source>
        <translation>„%1“ ist keine Option einer seriellen Verbindung. Es gibt baud, bits, parity, stop, flow, dtr, rts, profile, ending und board.</translation>
    </message>
    <message>
        <source>Option %1 is “%2”; it can be one of: %3.</source>
        <translation>Option %1 ist „%2“; möglich ist eines von: %3.</translation>
    </message>
    <message>
        <source>%1 Bd</source>
        <translation>%1 Bd</translation>
    </message>
</context>
<context>
    <name>muster::serial::OpenPort</name>
    <message>
        <source>There is no port %1. Plug the device in, or check the path.</source>
        <translation>Es gibt keinen Anschluss %1. Stecken Sie das Gerät ein, oder prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>%1 is in use by another program. Close it there.</source>
        <translation>%1 wird von einem anderen Programm benutzt. Schließen Sie es dort.</translation>
    </message>
    <message>
        <source>You may not open %1. Ask whoever looks after this computer for the right to.</source>
        <translation>Sie dürfen %1 nicht öffnen. Bitten Sie um das Recht dazu, wer diesen Rechner betreut.</translation>
    </message>
    <message>
        <source>You may not open %1. Join the group %2 (sudo usermod -aG %2 $USER), then log out and in again.</source>
        <translation>Sie dürfen %1 nicht öffnen. Treten Sie der Gruppe %2 bei (sudo usermod -aG %2 $USER), und melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>%1 is no serial port, or it cannot do %2.</source>
        <translation>%1 ist kein serieller Anschluss oder beherrscht %2 nicht.</translation>
    </message>
    <message>
        <source>%1 cannot do %2. Choose other data bits or no parity.</source>
        <translation>%1 beherrscht %2 nicht. Wählen Sie andere Datenbits oder keine Parität.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>The port is not open.</source>
        <translation>Der Anschluss ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 takes nothing at the moment: what was sent before is still waiting. Check its flow control.</source>
        <translation>%1 nimmt gerade nichts an: Was vorher gesendet wurde, wartet noch. Prüfen Sie die Flusssteuerung.</translation>
    </message>
    <message>
        <source>%1 could not be written to.</source>
        <translation>Auf %1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>muster::serial::PortListener</name>
    <message>
        <source>The port was unplugged while it was listened to.</source>
        <translation>Der Anschluss wurde ausgesteckt, während er abgehört wurde.</translation>
    </message>
    <message>
        <source>Listening was ended.</source>
        <translation>Das Hören wurde beendet.</translation>
    </message>
    <message>
        <source>The board %1 is not plugged in.</source>
        <translation>Das Gerät %1 ist nicht eingesteckt.</translation>
    </message>
</context>
<context>
    <name>muster::serial::SerialLink</name>
    <message>
        <source>Send a line</source>
        <translation>Zeile senden</translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation>Die Verbindung zu %1 wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 is not plugged in. It is opened as soon as it is.</source>
        <translation>%1 ist nicht eingesteckt. Sobald es eingesteckt ist, wird es geöffnet.</translation>
    </message>
    <message>
        <source>%1 is back, on %2.</source>
        <translation>%1 ist wieder da, an %2.</translation>
    </message>
    <message>
        <source>%1 is open at %2.</source>
        <translation>%1 ist geöffnet, mit %2.</translation>
    </message>
    <message>
        <source>%1 was unplugged before the command was done.</source>
        <translation>%1 wurde abgezogen, bevor der Befehl erledigt war.</translation>
    </message>
    <message>
        <source>%1 was unplugged from %2. It is opened again as soon as it is back.</source>
        <translation>%1 wurde von %2 abgezogen. Sobald es wieder da ist, wird es wieder geöffnet.</translation>
    </message>
    <message>
        <source>%1 is not open. Nothing was sent.</source>
        <translation>%1 ist nicht geöffnet. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 is not open. The command was not sent.</source>
        <translation>%1 ist nicht geöffnet. Der Befehl wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>A line to send is a text.</source>
        <translation>Eine Zeile zum Senden ist ein Text.</translation>
    </message>
    <message>
        <source>%1 is not in the fleet, and so its port is closed. Add it to the fleet first.</source>
        <translation>%1 ist nicht in der Flotte, und deshalb ist der Anschluss geschlossen. Nehmen Sie es zuerst in die Flotte auf.</translation>
    </message>
</context>
<context>
    <name>muster::sim</name>
    <message>
        <source>%1 must be a number from %2 to %3.</source>
        <translation>%1 muss eine Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>A demo fleet is sim://demo; one for measuring is sim://load.</source>
        <translation>Eine Demo-Flotte ist sim://demo; eine zum Messen ist sim://load.</translation>
    </message>
    <message>
        <source>%1 is busy measuring and refused. Try again in a moment.</source>
        <translation>%1 misst gerade und hat abgelehnt. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 has a fault and refused. Reset the fault first.</source>
        <translation>%1 hat eine Störung und hat abgelehnt. Zuerst die Störung zurücksetzen.</translation>
    </message>
    <message>
        <source>%1 takes no command &quot;%2&quot; with that value.</source>
        <translation>%1 nimmt keinen Befehl „%2“ mit diesem Wert an.</translation>
    </message>
</context>
<context>
    <name>muster::words</name>
    <message numerus="yes">
        <source>%n message(s) received</source>
        <translation>
            <numerusform>%n Nachricht empfangen</numerusform>
            <numerusform>%n Nachrichten empfangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken from them</source>
        <translation>
            <numerusform>%n Wert daraus gewonnen</numerusform>
            <numerusform>%n Werte daraus gewonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent</source>
        <translation>
            <numerusform>%n Nachricht gesendet</numerusform>
            <numerusform>%n Nachrichten gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a value for Muster</source>
        <translation>
            <numerusform>%n Nachricht ohne einen Wert für Muster</numerusform>
            <numerusform>%n Nachrichten ohne einen Wert für Muster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payload(s) did not decode</source>
        <translation>
            <numerusform>%n Inhalt war nicht zu entziffern</numerusform>
            <numerusform>%n Inhalte waren nicht zu entziffern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payload(s) were larger than the limit and were dropped</source>
        <translation>
            <numerusform>%n Inhalt war größer als die Grenze und wurde verworfen</numerusform>
            <numerusform>%n Inhalte waren größer als die Grenze und wurden verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had another type than their metric and were not stored</source>
        <translation>
            <numerusform>%n Wert war von anderer Art als sein Messwert und wurde nicht gespeichert</numerusform>
            <numerusform>%n Werte waren von anderer Art als ihr Messwert und wurden nicht gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) bore an unbelievable time; their arrival counts instead</source>
        <translation>
            <numerusform>%n Wert trug eine unglaubwürdige Zeit; stattdessen zählt seine Ankunft</numerusform>
            <numerusform>%n Werte trugen eine unglaubwürdige Zeit; stattdessen zählt ihre Ankunft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) or metric(s) beyond the limits were not made</source>
        <translation>
            <numerusform>%n Gerät oder Messwert über den Grenzen wurde nicht angelegt</numerusform>
            <numerusform>%n Geräte oder Messwerte über den Grenzen wurden nicht angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) came too late for the live memory</source>
        <translation>
            <numerusform>%n Wert kam zu spät für den Live-Speicher</numerusform>
            <numerusform>%n Werte kamen zu spät für den Live-Speicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were lost because the window could not keep up</source>
        <translation>
            <numerusform>%n Wert ging verloren, weil das Fenster nicht nachkam</numerusform>
            <numerusform>%n Werte gingen verloren, weil das Fenster nicht nachkam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reconnect(s)</source>
        <translation>
            <numerusform>%n Wiederverbindung</numerusform>
            <numerusform>%n Wiederverbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>versucht es wieder</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Next attempt at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message>
        <source>%1 Next attempt at %2.</source>
        <translation>%1 Nächster Versuch um %2.</translation>
    </message>
    <message>
        <source>The connection is closed.</source>
        <translation>Die Verbindung ist geschlossen.</translation>
    </message>
    <message>
        <source>The connection is being made.</source>
        <translation>Die Verbindung wird aufgebaut.</translation>
    </message>
    <message>
        <source>The connection is open.</source>
        <translation>Die Verbindung ist offen.</translation>
    </message>
    <message>
        <source>The connection dropped and will be tried again.</source>
        <translation>Die Verbindung ist abgerissen und wird wieder versucht.</translation>
    </message>
    <message>
        <source>The connection failed. Check its settings in Connections.</source>
        <translation>Die Verbindung ist gescheitert. Ihre Einstellungen unter Verbindungen prüfen.</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
</TS>
