<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
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
        <source>%1 hung up before the login. Check that the port is the broker&apos;s TLS port.</source>
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
        <source>The certificate of %1 was not issued by an authority this computer trusts. Give the connection its CA file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by the authority in “%2”. Check the CA file.</source>
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
    <name>muster::ChartExport</name>
    <message>
        <source>Another export is still being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written to its end: %2. Make room or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be put in place: %2.</source>
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
        <source>Show everything remembered (F)</source>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer within %n s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
</context>
<context>
    <name>muster::ExportRun</name>
    <message>
        <source>Another export is still being written.</source>
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
    <name>muster::GroupModel</name>
    <message>
        <source>All devices</source>
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
    <name>muster::SimBackend</name>
    <message>
        <source>Making up the demo fleet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n simulated devices</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
    <name>muster::TraceSet</name>
    <message>
        <source>“%1” is text, and a chart shows numbers.</source>
        <translation type="unfinished"></translation>
    </message>
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
</context>
<context>
    <name>muster::mqtt</name>
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
        <source>a colour such as #ff8000 or 255,128,0</source>
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
</context>
<context>
    <name>muster::scale</name>
    <message>
        <source>d MMM</source>
        <comment>date under a time axis</comment>
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
</TS>
