<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Class</name>
    <message>
        <source>buck</source>
        <translation>Bock</translation>
    </message>
    <message>
        <source>doe</source>
        <translation>Hirschkuh</translation>
    </message>
    <message>
        <source>fawn</source>
        <translation>Kitz</translation>
    </message>
    <message>
        <source>mature buck</source>
        <translation>reifer Bock</translation>
    </message>
    <message>
        <source>mid-aged buck</source>
        <translation>Bock mittleren Alters</translation>
    </message>
    <message>
        <source>young buck</source>
        <translation>junger Bock</translation>
    </message>
    <message>
        <source>deer of unknown class</source>
        <translation>Hirsch unbekannter Klasse</translation>
    </message>
    <message>
        <source>cattle</source>
        <translation>Rind</translation>
    </message>
    <message>
        <source>pig</source>
        <translation>Schwein</translation>
    </message>
    <message>
        <source>raccoon</source>
        <translation>Waschbär</translation>
    </message>
    <message>
        <source>another animal</source>
        <translation>anderes Tier</translation>
    </message>
    <message>
        <source>mature</source>
        <translation>reif</translation>
    </message>
    <message>
        <source>mid</source>
        <translation>mittelalt</translation>
    </message>
    <message>
        <source>young</source>
        <translation>jung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Can&apos;t write %1</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Can&apos;t write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Platte ist voll</translation>
    </message>
    <message>
        <source>the folder is not writable</source>
        <translation>in den Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s %3 Redis&apos;s</source>
        <translation>Die Uhr von %1 geht gegenüber der von Redis %2 s %3</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>The connection to PostgreSQL was lost</source>
        <translation>Die Verbindung zu PostgreSQL ist abgebrochen</translation>
    </message>
    <message>
        <source>PostgreSQL ended the connection</source>
        <translation>PostgreSQL hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>PostgreSQL ended the connection: %1</source>
        <translation>PostgreSQL hat die Verbindung beendet: %1</translation>
    </message>
    <message>
        <source>PostgreSQL crashed</source>
        <translation>PostgreSQL ist abgestürzt</translation>
    </message>
    <message>
        <source>PostgreSQL takes no connections yet</source>
        <translation>PostgreSQL nimmt noch keine Verbindungen an</translation>
    </message>
    <message>
        <source>PostgreSQL takes no connections yet: %1</source>
        <translation>PostgreSQL nimmt noch keine Verbindungen an: %1</translation>
    </message>
    <message>
        <source>PostgreSQL ended the statement: %1</source>
        <translation>PostgreSQL hat die Anweisung abgebrochen: %1</translation>
    </message>
    <message>
        <source>PostgreSQL could not get a lock: %1</source>
        <translation>PostgreSQL hat keine Sperre bekommen: %1</translation>
    </message>
    <message>
        <source>PostgreSQL met a deadlock: %1</source>
        <translation>PostgreSQL ist auf eine Verklemmung gestoßen: %1</translation>
    </message>
    <message>
        <source>PostgreSQL has too many connections: %1</source>
        <translation>PostgreSQL hat zu viele Verbindungen: %1</translation>
    </message>
    <message>
        <source>PostgreSQL is out of memory: %1</source>
        <translation>PostgreSQL hat keinen Speicher mehr: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the server&apos;s disk is full: %1</source>
        <translation>PostgreSQL: Die Platte des Servers ist voll: %1</translation>
    </message>
    <message>
        <source>PostgreSQL is read-only here (a standby, or a read-only database): %1</source>
        <translation>PostgreSQL ist hier nur lesbar (ein Standby oder eine schreibgeschützte Datenbank): %1</translation>
    </message>
    <message>
        <source>PostgreSQL refused: %1</source>
        <translation>PostgreSQL hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a right is missing: %1</source>
        <translation>PostgreSQL: Ein Recht fehlt: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a table is missing: %1</source>
        <translation>PostgreSQL: Eine Tabelle fehlt: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a column is missing: %1</source>
        <translation>PostgreSQL: Eine Spalte fehlt: %1</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>%1 hat abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 is unreachable: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>%1 takes no connection now: %2</source>
        <translation>%1 nimmt jetzt keine Verbindung an: %2</translation>
    </message>
    <message>
        <source>PostgreSQL at %1:%2</source>
        <translation>PostgreSQL auf %1:%2</translation>
    </message>
    <message>
        <source>%1 does not answer: no connection within %2 s</source>
        <translation>%1 antwortet nicht: keine Verbindung innerhalb von %2 s</translation>
    </message>
    <message>
        <source>%1 does not answer: nothing came for %2 s</source>
        <translation>%1 antwortet nicht: seit %2 s kam nichts</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>Die Verbindung zu %1 ist abgebrochen</translation>
    </message>
    <message>
        <source>This database has no %1 (looked for by search_path %2)</source>
        <translation>Diese Datenbank hat kein %1 (gesucht nach search_path %2)</translation>
    </message>
    <message>
        <source>%1 is of type %2, which can&apos;t be read; accepted: %3</source>
        <translation>%1 ist vom Typ %2, der nicht gelesen werden kann; möglich: %3</translation>
    </message>
    <message>
        <source>%1 has row security: rows may be hidden from this user</source>
        <translation>%1 hat Zeilenschutz: Diesem Benutzer können Zeilen verborgen sein</translation>
    </message>
    <message>
        <source>Redis at %1:%2: %3</source>
        <translation>Redis auf %1:%2: %3</translation>
    </message>
    <message>
        <source>Redis at %1:%2 is unreachable: %3</source>
        <translation>Redis auf %1:%2 ist nicht erreichbar: %3</translation>
    </message>
    <message>
        <source>Redis at %1:%2 did not answer within %3 ms</source>
        <translation>Redis auf %1:%2 hat nicht innerhalb von %3 ms geantwortet</translation>
    </message>
    <message>
        <source>Redis at %1:%2 broke the connection: %3</source>
        <translation>Redis auf %1:%2 hat die Verbindung abgebrochen: %3</translation>
    </message>
    <message>
        <source>Redis refused: %1</source>
        <translation>Redis hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 was written by a newer Herdbook (form %2, this one knows %3) and is left as it is. Update Herdbook, or move the file away to begin anew.</source>
        <translation>%1 stammt von einem neueren Herdbook (Form %2, dieses kennt %3) und bleibt, wie es ist. Aktualisieren Sie Herdbook, oder legen Sie die Datei beiseite, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>PostgreSQL reads the time zone %1 differently: on %2 it is %3 h from UTC there, %4 h here. Choose a zone such as America/Chicago</source>
        <translation>PostgreSQL versteht die Zeitzone %1 anders: am %2 liegt sie dort %3 h von UTC, hier %4 h. Wählen Sie eine wie America/Chicago</translation>
    </message>
    <message>
        <source>PostgreSQL does not know the time zone %1. Choose one such as America/Chicago</source>
        <translation>PostgreSQL kennt die Zeitzone %1 nicht. Wählen Sie eine wie America/Chicago</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Rechner und Port</translation>
    </message>
    <message>
        <source>By the socket in %1</source>
        <translation>Über den Socket in %1</translation>
    </message>
    <message>
        <source>%1 answers on port %2</source>
        <translation>%1 antwortet auf Port %2</translation>
    </message>
    <message>
        <source>No host is named %1. Is the name right, and this machine on the network?</source>
        <translation>Kein Rechner heißt %1. Stimmt der Name, und ist dieser Rechner im Netz?</translation>
    </message>
    <message>
        <source>Nothing listens on port %2 of %1. Is the port right, and the server running?</source>
        <translation>Auf Port %2 von %1 hört niemand. Stimmt der Port, und läuft der Server?</translation>
    </message>
    <message>
        <source>%1 did not answer on port %2 within 3 s. Is a firewall between?</source>
        <translation>%1 hat auf Port %2 nicht innerhalb von 3 s geantwortet. Ist eine Firewall dazwischen?</translation>
    </message>
    <message>
        <source>%1 does not exist here. %2</source>
        <translation>%1 gibt es hier nicht. %2</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>The right to read %1 is missing</source>
        <translation>Das Recht, %1 zu lesen, fehlt</translation>
    </message>
    <message>
        <source>%1 does not exist here</source>
        <translation>%1 gibt es hier nicht</translation>
    </message>
    <message>
        <source>%1 is empty. Is it mounted?</source>
        <translation>%1 ist leer. Ist er eingehängt?</translation>
    </message>
    <message>
        <source>%1 can be read</source>
        <translation>%1 kann gelesen werden</translation>
    </message>
    <message>
        <source>%1 did not answer within 5 s. Does the machine that it is on run?</source>
        <translation>%1 hat nicht innerhalb von 5 s geantwortet. Läuft der Rechner, auf dem er liegt?</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Exportordner</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Mount it, or give the web address instead.</source>
        <translation>Hängen Sie ihn ein, oder geben Sie stattdessen die Webadresse an.</translation>
    </message>
    <message>
        <source>Without it pictures show as missing.</source>
        <translation>Ohne ihn erscheinen Bilder als fehlend.</translation>
    </message>
    <message>
        <source>The server takes no unencrypted connection of %1. Set TLS to require.</source>
        <translation>Der Server nimmt von %1 keine unverschlüsselte Verbindung an. Stellen Sie TLS auf „require“.</translation>
    </message>
    <message>
        <source>The server has no TLS, but the profile asks for it (%1)</source>
        <translation>Der Server hat kein TLS, aber das Profil verlangt es (%1)</translation>
    </message>
    <message>
        <source>TLS failed: %1</source>
        <translation>TLS ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>There is no database named %1 on this server</source>
        <translation>Auf diesem Server gibt es keine Datenbank namens %1</translation>
    </message>
    <message>
        <source>%1 may not connect to %2</source>
        <translation>%1 darf sich nicht mit %2 verbinden</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>User %1 with this password is refused</source>
        <translation>Benutzer %1 wird mit diesem Passwort abgewiesen</translation>
    </message>
    <message>
        <source>%1 is in, %2, PostgreSQL %3</source>
        <translation>%1 ist angemeldet, %2, PostgreSQL %3</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Missing: %1. Is this the database of the deployment?</source>
        <translation>Es fehlen: %1. Ist das die Datenbank der Installation?</translation>
    </message>
    <message>
        <source>reid_similarity_scores is missing: Re-ID works from the vectors only</source>
        <translation>reid_similarity_scores fehlt: Re-ID arbeitet nur mit den Vektoren</translation>
    </message>
    <message>
        <source>All tables of the deployment are there</source>
        <translation>Alle Tabellen der Installation sind da</translation>
    </message>
    <message>
        <source>The right SELECT is missing on %1</source>
        <translation>Das Recht SELECT fehlt auf %1</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>The server is read only: trials can&apos;t be kept or applied here</source>
        <translation>Der Server ist schreibgeschützt: Prüfungen können hier weder gespeichert noch übernommen werden</translation>
    </message>
    <message>
        <source>Trials can&apos;t be kept or applied; missing: %1</source>
        <translation>Prüfungen können weder gespeichert noch übernommen werden; es fehlen: %1</translation>
    </message>
    <message>
        <source>Reading, and writing for trials</source>
        <translation>Lesen, und Schreiben für Prüfungen</translation>
    </message>
    <message>
        <source>Reading; this profile writes nothing</source>
        <translation>Lesen; dieses Profil schreibt nichts</translation>
    </message>
    <message>
        <source>There is no database %1 on this Redis</source>
        <translation>Auf diesem Redis gibt es keine Datenbank %1</translation>
    </message>
    <message>
        <source>Redis wants a password; none is given</source>
        <translation>Redis will ein Passwort; keines ist angegeben</translation>
    </message>
    <message>
        <source>User %1 is in</source>
        <translation>Benutzer %1 ist angemeldet</translation>
    </message>
    <message>
        <source>User %1 is in, Redis %2</source>
        <translation>Benutzer %1 ist angemeldet, Redis %2</translation>
    </message>
    <message>
        <source>Redis %1 is too old; workers need 6.2 or newer</source>
        <translation>Redis %1 ist zu alt; Worker brauchen 6.2 oder neuer</translation>
    </message>
    <message>
        <source>Reading jobs is not allowed: %1</source>
        <translation>Aufträge zu lesen ist nicht erlaubt: %1</translation>
    </message>
    <message>
        <source>Asking for exports is not allowed: %1</source>
        <translation>Exporte anzufordern ist nicht erlaubt: %1</translation>
    </message>
    <message>
        <source>Reading jobs and asking for exports</source>
        <translation>Aufträge lesen und Exporte anfordern</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>The token is refused</source>
        <translation>Das Token wird abgewiesen</translation>
    </message>
    <message>
        <source>The address wants a token; none is given</source>
        <translation>Die Adresse will ein Token; keines ist angegeben</translation>
    </message>
    <message>
        <source>No host is named %1</source>
        <translation>Kein Rechner heißt %1</translation>
    </message>
    <message>
        <source>Nothing listens at %1</source>
        <translation>Unter %1 hört niemand</translation>
    </message>
    <message>
        <source>%1 did not answer within 5 s</source>
        <translation>%1 hat nicht innerhalb von 5 s geantwortet</translation>
    </message>
    <message>
        <source>%1 answers (%2), but not as this system&apos;s web API</source>
        <translation>%1 antwortet (%2), aber nicht als Web-API dieses Systems</translation>
    </message>
    <message>
        <source>The web API is there, but a part behind it is down</source>
        <translation>Die Web-API ist da, aber ein Teil dahinter ist ausgefallen</translation>
    </message>
    <message>
        <source>The web API answers, but no worker is ready</source>
        <translation>Die Web-API antwortet, aber kein Worker ist bereit</translation>
    </message>
    <message>
        <source>The web API answers: %1</source>
        <translation>Die Web-API antwortet: %1</translation>
    </message>
    <message>
        <source>is needed</source>
        <translation>wird gebraucht</translation>
    </message>
    <message>
        <source>must not begin or end with a space</source>
        <translation>darf nicht mit einem Leerzeichen beginnen oder enden</translation>
    </message>
    <message>
        <source>must be a host name or address</source>
        <translation>muss ein Rechnername oder eine Adresse sein</translation>
    </message>
    <message>
        <source>must be a whole path, from /</source>
        <translation>muss ein ganzer Pfad sein, ab /</translation>
    </message>
    <message>
        <source>A profile needs a name</source>
        <translation>Ein Profil braucht einen Namen</translation>
    </message>
    <message>
        <source>The name must have at most 60 characters</source>
        <translation>Der Name darf höchstens 60 Zeichen haben</translation>
    </message>
    <message>
        <source>Another profile has this name</source>
        <translation>Ein anderes Profil hat diesen Namen</translation>
    </message>
    <message>
        <source>is needed where no web address is given</source>
        <translation>wird gebraucht, wo keine Webadresse angegeben ist</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>muss sein: %1</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>an address such as https://barn.example:8001</source>
        <translation>eine Adresse wie https://barn.example:8001</translation>
    </message>
    <message>
        <source>an IANA time zone such as America/Chicago</source>
        <translation>eine IANA-Zeitzone wie America/Chicago</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>eine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <source>%1 is unusable; it must be %2</source>
        <translation>%1 ist unbrauchbar; es muss sein: %2</translation>
    </message>
    <message>
        <source>%1 is %2; it must be %3</source>
        <translation>%1 ist %2; es muss sein: %3</translation>
    </message>
    <message>
        <source>The keychain is locked or refused access</source>
        <translation>Der Schlüsselbund ist gesperrt oder verweigert den Zugriff</translation>
    </message>
    <message>
        <source>The file isn&apos;t there any more (404)</source>
        <translation>Die Datei ist nicht mehr da (404)</translation>
    </message>
    <message>
        <source>The web API refuses the token (%1)</source>
        <translation>Die Web-API weist das Token ab (%1)</translation>
    </message>
    <message>
        <source>The web API answered %1</source>
        <translation>Die Web-API hat %1 geantwortet</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came</source>
        <translation>%1 von %2 Byte sind angekommen</translation>
    </message>
    <message>
        <source>What came is not the file that the job made: its SHA-256 differs</source>
        <translation>Was ankam, ist nicht die Datei des Auftrags: Ihr SHA-256 ist ein anderer</translation>
    </message>
    <message>
        <source>What was asked for is not known any more</source>
        <translation>Was angefordert war, ist nicht mehr bekannt</translation>
    </message>
    <message>
        <source>Not all that was asked for is kept with the job</source>
        <translation>Nicht alles, was angefordert war, ist beim Auftrag gespeichert</translation>
    </message>
    <message>
        <source>The export folder doesn&apos;t answer</source>
        <translation>Der Exportordner antwortet nicht</translation>
    </message>
    <message>
        <source>A worker holds it again; nothing was changed</source>
        <translation>Ein Worker hat ihn wieder; nichts wurde geändert</translation>
    </message>
    <message>
        <source>It changed meanwhile; nothing was done</source>
        <translation>Er hat sich inzwischen geändert; nichts wurde getan</translation>
    </message>
    <message>
        <source>There is nothing to mend</source>
        <translation>Es gibt nichts zu beheben</translation>
    </message>
    <message>
        <source>Job not found or expired</source>
        <translation>Auftrag nicht gefunden oder abgelaufen</translation>
    </message>
    <message>
        <source>The job has finished already</source>
        <translation>Der Auftrag ist schon beendet</translation>
    </message>
    <message>
        <source>The job&apos;s status keeps changing; try again</source>
        <translation>Der Status des Auftrags ändert sich dauernd; versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>%1. Whether the job was queued isn&apos;t known: look at the list of jobs before asking again</source>
        <translation>%1. Ob der Auftrag eingereiht wurde, ist nicht bekannt: Sehen Sie in der Liste der Aufträge nach, bevor Sie ihn noch einmal anfordern</translation>
    </message>
    <message>
        <source>%1. Whether the job was cancelled isn&apos;t known: look at the list of jobs</source>
        <translation>%1. Ob der Auftrag abgebrochen wurde, ist nicht bekannt: Sehen Sie in der Liste der Aufträge nach</translation>
    </message>
    <message>
        <source>The history of jobs was damaged; it is kept as %1.damaged, and a new one was begun.</source>
        <translation>Der Verlauf der Aufträge war beschädigt; er liegt als %1.damaged da, und ein neuer wurde begonnen.</translation>
    </message>
    <message>
        <source>No worker held this job any more, and what was asked for is not known</source>
        <translation>Kein Worker hatte diesen Auftrag mehr, und was angefordert war, ist nicht bekannt</translation>
    </message>
    <message>
        <source>No worker held this job any more, and not all that was asked for is kept</source>
        <translation>Kein Worker hatte diesen Auftrag mehr, und nicht alles, was angefordert war, ist gespeichert</translation>
    </message>
    <message>
        <source>the PNG is cut off</source>
        <translation>das PNG ist abgeschnitten</translation>
    </message>
    <message>
        <source>it is neither</source>
        <translation>es ist keines von beiden</translation>
    </message>
    <message>
        <source>the SVG refers to something outside of itself</source>
        <translation>das SVG verweist auf etwas außerhalb</translation>
    </message>
    <message>
        <source>it may have at most %1 kB</source>
        <translation>es darf höchstens %1 kB haben</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>Reading detections</source>
        <translation>Liest Detektionen</translation>
    </message>
    <message>
        <source>Cutting portraits</source>
        <translation>Schneidet Porträts zu</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Making crops</source>
        <translation>Macht Ausschnitte</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Schreibt den Bericht</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>Schreibt das Archiv</translation>
    </message>
    <message>
        <source>Waiting until %1 UTC</source>
        <translation>Wartet bis %1 UTC</translation>
    </message>
    <message>
        <source>the pool has only %1, and %2 are needed</source>
        <translation>der Pool hat nur %1, und %2 werden gebraucht</translation>
    </message>
    <message>
        <source>%1 of %2 known to be different deer were answered Same</source>
        <translation>%1 von %2 wurden mit „Gleich“ beantwortet, obwohl die Tiere bekannt verschieden sind</translation>
    </message>
    <message>
        <source>%1 given within one second</source>
        <translation>%1 innerhalb einer Sekunde gegeben</translation>
    </message>
    <message>
        <source>%1 of %2 had a picture that could not be shown</source>
        <translation>%1 von %2 hatten ein Bild, das nicht gezeigt werden konnte</translation>
    </message>
    <message>
        <source>%1 of %2 could not be told, over a fifth</source>
        <translation>%1 von %2 waren nicht zu entscheiden, über ein Fünftel</translation>
    </message>
    <message>
        <source>pairs known to be different deer were answered Same after it</source>
        <translation>Kontrollpaare wurden danach mit „Gleich“ beantwortet</translation>
    </message>
    <message>
        <source>the data are no longer those the trial was drawn from: %1</source>
        <translation>die Daten sind nicht mehr die, aus denen die Prüfung gezogen wurde: %1</translation>
    </message>
    <message>
        <source>1 known different pair</source>
        <translation>1 Kontrollpaar</translation>
    </message>
    <message>
        <source>%1 known different pairs</source>
        <translation>%1 Kontrollpaare</translation>
    </message>
    <message>
        <source>1 answer was</source>
        <translation>1 Antwort wurde</translation>
    </message>
    <message>
        <source>%1 answers were</source>
        <translation>%1 Antworten wurden</translation>
    </message>
    <message>
        <source>1 pair</source>
        <translation>1 Paar</translation>
    </message>
    <message>
        <source>%1 pairs</source>
        <translation>%1 Paaren</translation>
    </message>
    <message>
        <source>1 look</source>
        <translation>1 Blick</translation>
    </message>
    <message>
        <source>%1 looks</source>
        <translation>%1 Blicken</translation>
    </message>
    <message>
        <source>the profiles have changed</source>
        <translation>die Profile haben sich geändert</translation>
    </message>
    <message>
        <source>one pair’s answer doesn’t sway the next</source>
        <translation>die Antwort auf ein Paar beeinflusst die nächste nicht</translation>
    </message>
    <message>
        <source>the strangers among these pairs are no harder to tell than the known different ones</source>
        <translation>die Fremden unter diesen Paaren sind nicht schwerer zu erkennen als die Kontrollpaare</translation>
    </message>
    <message>
        <source>deer called the same are the same</source>
        <translation>Tiere, die gleich genannt werden, sind gleich</translation>
    </message>
    <message>
        <source>This database has no journal of version %1 or newer</source>
        <translation>Diese Datenbank hat kein Journal der Version %1 oder neuer</translation>
    </message>
    <message>
        <source>The database has no journal; nothing was written</source>
        <translation>Die Datenbank hat kein Journal; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written</source>
        <translation>Abgebrochen; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>The journal is in use</source>
        <translation>Das Journal wird gerade benutzt</translation>
    </message>
    <message>
        <source>Somebody else is changing the same rows (%1); nothing was written, try again</source>
        <translation>Jemand anderes ändert gerade dieselben Zeilen (%1); nichts wurde geschrieben, versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>%1; nothing was written, try again</source>
        <translation>%1; nichts wurde geschrieben, versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>The journal has no such batch</source>
        <translation>Das Journal hat keinen solchen Stapel</translation>
    </message>
    <message>
        <source>There is no such trial on this computer</source>
        <translation>Auf diesem Rechner gibt es diese Prüfung nicht</translation>
    </message>
    <message>
        <source>The trial is not shared any more</source>
        <translation>Die Prüfung wird nicht mehr geteilt</translation>
    </message>
    <message>
        <source>The same reviewer has answered in another window</source>
        <translation>Derselbe Prüfer hat in einem anderen Fenster geantwortet</translation>
    </message>
    <message>
        <source>%1 has answered on another computer too; go on there</source>
        <translation>%1 hat auch auf einem anderen Rechner geantwortet; machen Sie dort weiter</translation>
    </message>
    <message>
        <source>The journal of trials can&apos;t be used: %1</source>
        <translation>Das Journal der Prüfungen ist nicht zu benutzen: %1</translation>
    </message>
    <message>
        <source>The schema herdbook can&apos;t be trusted: %1</source>
        <translation>Dem Schema herdbook ist nicht zu trauen: %1</translation>
    </message>
    <message>
        <source>The box is malformed or has no area</source>
        <translation>Der Rahmen ist fehlerhaft oder hat keine Fläche</translation>
    </message>
    <message>
        <source>The box lies outside the photo</source>
        <translation>Der Rahmen liegt außerhalb des Fotos</translation>
    </message>
    <message>
        <source>The box is smaller than half a pixel</source>
        <translation>Der Rahmen ist kleiner als ein halbes Pixel</translation>
    </message>
    <message>
        <source>The photo&apos;s file is missing</source>
        <translation>Die Datei des Fotos fehlt</translation>
    </message>
    <message>
        <source>The photo&apos;s file can&apos;t be read</source>
        <translation>Die Datei des Fotos kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The photo&apos;s file can&apos;t be read: %1</source>
        <translation>Die Datei des Fotos kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The photo&apos;s file is damaged</source>
        <translation>Die Datei des Fotos ist beschädigt</translation>
    </message>
    <message>
        <source>The photo is too large to decode</source>
        <translation>Das Foto ist zu groß zum Entpacken</translation>
    </message>
    <message>
        <source>The photo&apos;s path leads out of the image folder</source>
        <translation>Der Pfad des Fotos führt aus dem Bilderordner hinaus</translation>
    </message>
    <message>
        <source>Image path leads out of the image folder</source>
        <translation>Der Bildpfad führt aus dem Bilderordner hinaus</translation>
    </message>
    <message>
        <source>Image path is not absolute</source>
        <translation>Der Bildpfad ist nicht absolut</translation>
    </message>
    <message>
        <source>A link leads out of the image folder, to %1; IMAGE_ROOTS can allow that</source>
        <translation>Ein Link führt aus dem Bilderordner hinaus, nach %1; IMAGE_ROOTS kann das erlauben</translation>
    </message>
    <message>
        <source>Where the photo&apos;s file lies can&apos;t be told</source>
        <translation>Wo die Datei des Fotos liegt, ist nicht zu sagen</translation>
    </message>
    <message>
        <source>Whether the photo lies in %1 can&apos;t be told: %2</source>
        <translation>Ob das Foto in %1 liegt, ist nicht zu sagen: %2</translation>
    </message>
    <message>
        <source>the disk doesn&apos;t answer</source>
        <translation>die Platte antwortet nicht</translation>
    </message>
    <message>
        <source>looking was broken off</source>
        <translation>das Nachsehen wurde abgebrochen</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the image folder %1</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der Bilderordner %1</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>doesn&apos;t answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>can&apos;t be looked into (%1)</source>
        <translation>kann nicht geöffnet werden (%1)</translation>
    </message>
    <message>
        <source>can&apos;t be listed (%1)</source>
        <translation>kann nicht aufgelistet werden (%1)</translation>
    </message>
    <message>
        <source>is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>ist leer, wie immer, wenn seine Platte nicht eingehängt ist</translation>
    </message>
    <message>
        <source>There is no right to read the photo&apos;s file, or to enter its folder</source>
        <translation>Das Recht fehlt, die Datei des Fotos zu lesen oder ihren Ordner zu betreten</translation>
    </message>
    <message>
        <source>The links to the photo&apos;s file lead in a circle</source>
        <translation>Die Links zur Datei des Fotos führen im Kreis</translation>
    </message>
    <message>
        <source>A folder is in the place of the photo&apos;s file</source>
        <translation>An der Stelle der Datei des Fotos ist ein Ordner</translation>
    </message>
    <message>
        <source>What is in the place of the photo&apos;s file is no file</source>
        <translation>Was an der Stelle der Datei des Fotos ist, ist keine Datei</translation>
    </message>
    <message>
        <source>The disk didn&apos;t answer for %1 s</source>
        <translation>Die Platte hat %1 s lang nicht geantwortet</translation>
    </message>
    <message>
        <source>The disk doesn&apos;t answer: what lies beside this photo was waited for in vain</source>
        <translation>Die Platte antwortet nicht: Auf Fotos neben diesem wurde vergeblich gewartet</translation>
    </message>
    <message>
        <source>The box is in fractions or tiny, while other boxes of the database are in pixels</source>
        <translation>Der Kasten ist in Bruchteilen angegeben oder winzig, während andere Kästen der Datenbank in Pixeln angegeben sind</translation>
    </message>
    <message>
        <source>Reading the photo&apos;s file was broken off</source>
        <translation>Das Lesen der Datei des Fotos wurde abgebrochen</translation>
    </message>
    <message>
        <source>This machine can&apos;t read photos now: %1</source>
        <translation>Dieser Rechner kann jetzt keine Fotos lesen: %1</translation>
    </message>
    <message>
        <source>The photo&apos;s file has %1 MB; the limit is %2 MB</source>
        <translation>Die Datei des Fotos hat %1 MB; die Grenze ist %2 MB</translation>
    </message>
    <message>
        <source>The photo&apos;s file grew while it was read</source>
        <translation>Die Datei des Fotos wuchs, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>The photo&apos;s file holds no picture that is known</source>
        <translation>Die Datei des Fotos enthält kein bekanntes Bild</translation>
    </message>
    <message>
        <source>The photo&apos;s file is %1, which isn&apos;t read</source>
        <translation>Die Datei des Fotos ist %1, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>a camera&apos;s raw format</source>
        <translation>ein Rohformat einer Kamera</translation>
    </message>
    <message>
        <source>The photo&apos;s file is a lossless or hierarchical JPEG, which isn&apos;t read</source>
        <translation>Die Datei des Fotos ist ein verlustfreies oder hierarchisches JPEG, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>The photo&apos;s file is a JPEG of %1 bits, which isn&apos;t read</source>
        <translation>Die Datei des Fotos ist ein JPEG mit %1 Bit, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>The photo&apos;s file is an animated WebP, which isn&apos;t read</source>
        <translation>Die Datei des Fotos ist ein animiertes WebP, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>The photo&apos;s file is a TIFF with %1, which isn&apos;t read</source>
        <translation>Die Datei des Fotos ist ein TIFF mit %1, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>samples that are no plain numbers from 0</source>
        <translation>Werten, die keine einfachen Zahlen ab 0 sind</translation>
    </message>
    <message>
        <source>a small preview for its first picture</source>
        <translation>einer kleinen Vorschau als erstem Bild</translation>
    </message>
    <message>
        <source>a compression (number %1) that isn&apos;t known</source>
        <translation>einer unbekannten Kompression (Nummer %1)</translation>
    </message>
    <message>
        <source>samples of %1 bits, or a kind of color, that aren&apos;t known</source>
        <translation>unbekannten Werten von %1 Bit oder einer unbekannten Farbart</translation>
    </message>
    <message>
        <source>The photo is not a readable %1</source>
        <translation>Das Foto ist kein lesbares %1</translation>
    </message>
    <message>
        <source>The photo claims %1 x %2 pixels; the limit is %3 megapixels</source>
        <translation>Das Foto gibt %1 x %2 Pixel an; die Grenze ist %3 Megapixel</translation>
    </message>
    <message>
        <source>Decoding the photo (%1 x %2 pixels) would take %3 MB; the limit is %4 MB</source>
        <translation>Das Foto zu entpacken (%1 x %2 Pixel), bräuchte %3 MB; die Grenze ist %4 MB</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo</source>
        <translation>Für dieses Foto reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>There is not enough memory for this part of the photo</source>
        <translation>Für diesen Teil des Fotos reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>The photo&apos;s file ends or breaks off before this part of it</source>
        <translation>Die Datei des Fotos endet oder bricht vor diesem Teil ab</translation>
    </message>
    <message>
        <source>The photo&apos;s file is damaged in or above this part; the crop may be displaced or discolored</source>
        <translation>Die Datei des Fotos ist in oder über diesem Teil beschädigt; der Ausschnitt kann verschoben oder verfärbt sein</translation>
    </message>
    <message>
        <source>Preparing the folder</source>
        <translation>Bereitet den Ordner vor</translation>
    </message>
    <message>
        <source>Starting Redis</source>
        <translation>Startet Redis</translation>
    </message>
    <message>
        <source>Starting PostgreSQL</source>
        <translation>Startet PostgreSQL</translation>
    </message>
    <message>
        <source>Generating 14 months of sightings</source>
        <translation>Erzeugt 14 Monate an Sichtungen</translation>
    </message>
    <message>
        <source>Drawing trail-camera photos</source>
        <translation>Zeichnet Wildkamerafotos</translation>
    </message>
    <message>
        <source>Drawing trail-camera photos: %1 of %2</source>
        <translation>Zeichnet Wildkamerafotos: %1 von %2</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s server programs (initdb, postgres) are not installed: package postgresql</source>
        <translation>Die Serverprogramme von PostgreSQL (initdb, postgres) sind nicht installiert: Paket postgresql</translation>
    </message>
    <message>
        <source>redis-server is not installed: package redis-server</source>
        <translation>redis-server ist nicht installiert: Paket redis-server</translation>
    </message>
    <message>
        <source>The demo ranch in %1 is already open in another Herdbook. Close that one, or join it with --env %2</source>
        <translation>Die Demo-Ranch in %1 ist schon in einem anderen Herdbook offen. Schließen Sie jenes, oder kommen Sie mit --env %2 dazu</translation>
    </message>
    <message>
        <source>Can&apos;t make the demo folder %1</source>
        <translation>Der Demo-Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 did not start with the data of an earlier time (%2) and begins anew.</source>
        <translation>%1 startete nicht mit den Daten von früher (%2) und beginnt neu.</translation>
    </message>
    <message>
        <source>Exports and history are kept.</source>
        <translation>Exporte und Verlauf bleiben.</translation>
    </message>
    <message>
        <source>The demo ranch is made anew; exports and history are kept.</source>
        <translation>Die Demo-Ranch wird neu erzeugt; Exporte und Verlauf bleiben.</translation>
    </message>
    <message>
        <source>The data was made by PostgreSQL %1, and this is PostgreSQL %2.</source>
        <translation>Die Daten stammen von PostgreSQL %1, und dies ist PostgreSQL %2.</translation>
    </message>
    <message>
        <source>The data was incomplete: %1/%2 is missing.</source>
        <translation>Die Daten waren unvollständig: %1/%2 fehlt.</translation>
    </message>
    <message>
        <source>Its data can&apos;t be read (%1).</source>
        <translation>Ihre Daten können nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>does</source>
        <translation>Hirschkühe</translation>
    </message>
    <message>
        <source>bucks</source>
        <translation>Böcke</translation>
    </message>
    <message>
        <source>fawns</source>
        <translation>Kitze</translation>
    </message>
    <message>
        <source>deer of unknown sex</source>
        <translation>Tiere unbekannten Geschlechts</translation>
    </message>
    <message>
        <source>deer of another sex</source>
        <translation>Tiere eines anderen Geschlechts</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 Detektion</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 Detektionen</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 Profil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 Profilen</translation>
    </message>
    <message>
        <source>1 burst</source>
        <translation>1 Serie</translation>
    </message>
    <message>
        <source>%1 bursts</source>
        <translation>%1 Serien</translation>
    </message>
    <message>
        <source>1 more detection</source>
        <translation>1 weitere Detektion</translation>
    </message>
    <message>
        <source>%1 more detections</source>
        <translation>%1 weitere Detektionen</translation>
    </message>
    <message>
        <source>1 vector</source>
        <translation>1 Vektor</translation>
    </message>
    <message>
        <source>%1 vectors</source>
        <translation>%1 Vektoren</translation>
    </message>
    <message>
        <source>1 assigned detection</source>
        <translation>1 zugeordneten Detektion</translation>
    </message>
    <message>
        <source>%1 assigned detections</source>
        <translation>%1 zugeordneten Detektionen</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>fewer than one</source>
        <translation>weniger als eine</translation>
    </message>
    <message>
        <source>about %1, at most %2</source>
        <translation>etwa %1, höchstens %2</translation>
    </message>
    <message>
        <source>fewer than one, at most %1</source>
        <translation>weniger als eine, höchstens %1</translation>
    </message>
    <message>
        <source>There are no detections.</source>
        <translation>Es gibt keine Detektionen.</translation>
    </message>
    <message>
        <source>No deer has a usable profile, so there is nothing to compare detections with.</source>
        <translation>Kein Tier hat ein brauchbares Profil, darum gibt es nichts, womit Detektionen zu vergleichen wären.</translation>
    </message>
    <message>
        <source>No detection can be compared: none is a valid deer with scores on a profile of its sex.</source>
        <translation>Keine Detektion kann verglichen werden: Keine ist ein gültiges Tier mit Werten für ein Profil seines Geschlechts.</translation>
    </message>
    <message>
        <source>A candidate, not a recommendation.</source>
        <translation>Ein Kandidat, keine Empfehlung.</translation>
    </message>
    <message>
        <source>It gives %1 a profile.</source>
        <translation>Mit ihr bekommen %1 ein Profil.</translation>
    </message>
    <message>
        <source>It gives %1 a profile (%2).</source>
        <translation>Mit ihr bekommen %1 ein Profil (%2).</translation>
    </message>
    <message>
        <source>Wrong deer among them: %1.</source>
        <translation>Falsche Tiere darunter: %1.</translation>
    </message>
    <message>
        <source>The system has one threshold, so the stricter sex decides: the %1.</source>
        <translation>Das System hat eine Schwelle, darum entscheidet das strengere Geschlecht: die %1.</translation>
    </message>
    <message>
        <source>Nobody has looked at these matches.</source>
        <translation>Niemand hat sich diese Treffer angesehen.</translation>
    </message>
    <message>
        <source>Scores alone can&apos;t rule out that %1 are wrong.</source>
        <translation>Werte allein können nicht ausschließen, dass %1 falsch sind.</translation>
    </message>
    <message>
        <source>The evidence is too thin to say how many would be wrong.</source>
        <translation>Die Belege reichen nicht, um zu sagen, wie viele falsch wären.</translation>
    </message>
    <message>
        <source>The evidence is too thin to say how many of the %1 would be wrong.</source>
        <translation>Die Belege reichen nicht, um zu sagen, wie viele der %1 falsch wären.</translation>
    </message>
    <message>
        <source>Stored scores don&apos;t tell: compute from vectors.</source>
        <translation>Gespeicherte Werte sagen es nicht: Rechnen Sie aus Vektoren.</translation>
    </message>
    <message>
        <source>Too little is known of %1, the strictest threshold that gains %2, until somebody looks.</source>
        <translation>Über %1, die strengste Schwelle, die %2 gewinnt, ist zu wenig bekannt, bis jemand hinsieht.</translation>
    </message>
    <message>
        <source>Nothing is known of %1, the strictest threshold that gains %2, until somebody looks.</source>
        <translation>Über %1, die strengste Schwelle, die %2 gewinnt, ist nichts bekannt, bis jemand hinsieht.</translation>
    </message>
    <message>
        <source>Every detection that could be assigned is assigned already.</source>
        <translation>Jede Detektion, die zugeordnet werden könnte, ist schon zugeordnet.</translation>
    </message>
    <message>
        <source>The data isn&apos;t sound: %1</source>
        <translation>Die Daten sind nicht in Ordnung: %1</translation>
    </message>
    <message>
        <source>the data isn&apos;t sound</source>
        <translation>die Daten sind nicht in Ordnung</translation>
    </message>
    <message>
        <source>the threshold in force is itself unsound</source>
        <translation>die geltende Schwelle ist selbst nicht haltbar</translation>
    </message>
    <message>
        <source>At least %1 more</source>
        <translation>Mindestens %1 mehr</translation>
    </message>
    <message>
        <source>Wrong share under %1</source>
        <translation>Anteil falscher unter %1</translation>
    </message>
    <message>
        <source>False matches under %1 of the unassigned</source>
        <translation>Falsche Treffer unter %1 der nicht zugeordneten</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more.</source>
        <translation>Von %1, die verglichen werden konnten, haben %2 einen Wert von %3 oder mehr.</translation>
    </message>
    <message>
        <source>Of %1, %2 were marked as not valid.</source>
        <translation>Von %1 wurden %2 als ungültig markiert.</translation>
    </message>
    <message>
        <source>Of %1, %2 are duplicates.</source>
        <translation>Von %1 sind %2 Dubletten.</translation>
    </message>
    <message>
        <source>Of %1, %2 are no deer.</source>
        <translation>Von %1 sind %2 keine Hirschtiere.</translation>
    </message>
    <message>
        <source>Of %1, %2 have no usable vector, so nothing can be matched with them.</source>
        <translation>Von %1 haben %2 keinen brauchbaren Vektor, darum kann mit ihnen nichts verglichen werden.</translation>
    </message>
    <message>
        <source>Of %1, %2 have no stored scores with a profile of their sex.</source>
        <translation>Von %1 haben %2 keine gespeicherten Werte für ein Profil ihres Geschlechts.</translation>
    </message>
    <message>
        <source>Of %1, %2 are of a sex that has no profile.</source>
        <translation>Von %1 sind %2 von einem Geschlecht, das kein Profil hat.</translation>
    </message>
    <message>
        <source>Of %1, %2 could be assigned at the threshold in force but aren&apos;t yet.</source>
        <translation>Von %1 könnten %2 bei der geltenden Schwelle zugeordnet werden, sind es aber noch nicht.</translation>
    </message>
    <message>
        <source>Every detection that could be matched is assigned.</source>
        <translation>Jede Detektion, die verglichen werden konnte, ist zugeordnet.</translation>
    </message>
    <message>
        <source>stored scores can&apos;t judge the %1: compute from vectors</source>
        <translation>gespeicherte Werte können die %1 nicht beurteilen: Rechnen Sie aus Vektoren</translation>
    </message>
    <message>
        <source>too few unassigned %1 to say anything</source>
        <translation>zu wenige nicht zugeordnete %1, um etwas zu sagen</translation>
    </message>
    <message>
        <source>judged by %1: %2 that resemble %3</source>
        <translation>beurteilt nach: %1, %2, die %3 ähneln</translation>
    </message>
    <message>
        <source>too few %1 have a profile (%2, 3 needed)</source>
        <translation>zu wenige %1 haben ein Profil (%2, 3 sind nötig)</translation>
    </message>
    <message>
        <source>too few %1 to judge the %2 by (%3, 6 needed)</source>
        <translation>zu wenige %1, um die %2 danach zu beurteilen (%3, 6 sind nötig)</translation>
    </message>
    <message>
        <source>too few bursts of %1 to judge the %2 by (%3, 30 needed)</source>
        <translation>zu wenige Serien (%1), um die %2 danach zu beurteilen (%3, 30 sind nötig)</translation>
    </message>
    <message>
        <source>There is one only: a trial looks at it.</source>
        <translation>Es gibt nur eine: Eine Prüfung sieht sie sich an.</translation>
    </message>
    <message>
        <source>There are so few that a trial looks at all %1.</source>
        <translation>Es sind so wenige, dass eine Prüfung sich alle %1 ansieht.</translation>
    </message>
    <message>
        <source>There was a trial of these very detections; another one takes more pairs of photos than the first.</source>
        <translation>Zu genau diesen Detektionen gab es schon eine Prüfung; eine weitere braucht mehr Fotopaare als die erste.</translation>
    </message>
    <message>
        <source>The trial&apos;s first page says how many.</source>
        <translation>Die erste Seite der Prüfung sagt, wie viele.</translation>
    </message>
    <message>
        <source>Hand REID_THRESHOLD=%1 to operations.</source>
        <translation>Geben Sie REID_THRESHOLD=%1 an den Betrieb.</translation>
    </message>
    <message>
        <source>Try %1 on a sample: only a reviewed trial can certify it.</source>
        <translation>Probieren Sie %1 an einer Stichprobe: Nur eine abgeschlossene Prüfung kann es zertifizieren.</translation>
    </message>
    <message>
        <source>Try %1 on a sample: only people who look can tell.</source>
        <translation>Probieren Sie %1 an einer Stichprobe: Nur Menschen, die hinsehen, können es sagen.</translation>
    </message>
    <message>
        <source>Raise the threshold in force, and look at what it assigned.</source>
        <translation>Heben Sie die geltende Schwelle an, und sehen Sie sich an, was sie zugeordnet hat.</translation>
    </message>
    <message>
        <source>Raise the threshold in force.</source>
        <translation>Heben Sie die geltende Schwelle an.</translation>
    </message>
    <message>
        <source>Look at the assignments that contradict each other (Diagnosis).</source>
        <translation>Sehen Sie sich die Zuordnungen an, die einander widersprechen (Diagnose).</translation>
    </message>
    <message>
        <source>Merge the profiles that are one animal: a stranger finds each of them twice.</source>
        <translation>Führen Sie die Profile zusammen, die ein Tier sind: Ein Fremder findet jedes davon zweimal.</translation>
    </message>
    <message>
        <source>Give the animals that are seen but have none a profile: a stranger gets another&apos;s.</source>
        <translation>Geben Sie den Tieren, die gesehen werden und keines haben, ein Profil: Ein Fremder bekommt das eines anderen.</translation>
    </message>
    <message>
        <source>Have the detections embedded by a model that tells animals apart better, then analyze again.</source>
        <translation>Lassen Sie die Merkmalsvektoren von einem Modell berechnen, das Tiere besser unterscheidet, und analysieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Embed the detections, then analyze again.</source>
        <translation>Berechnen Sie die Merkmalsvektoren der Detektionen, und analysieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Look at the funnel (Diagnosis): it says where the detections are lost.</source>
        <translation>Sehen Sie in den Trichter (Diagnose): Er sagt, wo die Detektionen verloren gehen.</translation>
    </message>
    <message>
        <source>Analyze from vectors; embed the detections and profiles that have none.</source>
        <translation>Analysieren Sie aus Vektoren; berechnen Sie sie für die Detektionen und Profile, die keine haben.</translation>
    </message>
    <message>
        <source>Give the deer and their detections a sex: one sex is judged by the other.</source>
        <translation>Geben Sie den Tieren und ihren Detektionen ein Geschlecht: Ein Geschlecht wird nach dem anderen beurteilt.</translation>
    </message>
    <message>
        <source>Give more animals a profile, of both sexes: one sex is judged by the other.</source>
        <translation>Geben Sie mehr Tieren beider Geschlechter ein Profil: Ein Geschlecht wird nach dem anderen beurteilt.</translation>
    </message>
    <message>
        <source>Analyze again when there are more detections, of both sexes.</source>
        <translation>Analysieren Sie noch einmal, wenn es mehr Detektionen beider Geschlechter gibt.</translation>
    </message>
    <message>
        <source>Check that this is the right database: it has no detections.</source>
        <translation>Prüfen Sie, ob das die richtige Datenbank ist: Sie hat keine Detektionen.</translation>
    </message>
    <message>
        <source>Embed profiles and detections again with one and the same model version.</source>
        <translation>Berechnen Sie die Merkmalsvektoren der Profile und Detektionen neu, mit ein und derselben Modellversion.</translation>
    </message>
    <message>
        <source>scores that tell animals apart better, or more profiles of the animals seen</source>
        <translation>Werte, die Tiere besser unterscheiden, oder mehr Profile der gesehenen Tiere</translation>
    </message>
    <message>
        <source>No profile has a detection with scores, so this can&apos;t be checked.</source>
        <translation>Kein Profil hat eine Detektion mit Werten, darum ist das nicht zu prüfen.</translation>
    </message>
    <message>
        <source>Of %1 with a detection, %2 equal one (score 0.99 or more) and %3 the mean of theirs.</source>
        <translation>Von %1 mit einer Detektion gleichen %2 einer (Wert 0,99 oder mehr) und %3 dem Mittel der ihren.</translation>
    </message>
    <message>
        <source>Too few pairs to judge the shape of the scores.</source>
        <translation>Zu wenige Paare, um die Form der Werte zu beurteilen.</translation>
    </message>
    <message>
        <source>All pairs but founders with their own profile: mean %1, standard deviation %2, maximum %3.</source>
        <translation>Alle Paare außer den Gründern mit ihrem eigenen Profil: Mittel %1, Standardabweichung %2, Höchstwert %3.</translation>
    </message>
    <message>
        <source>No deer is assigned, so this can&apos;t be checked.</source>
        <translation>Kein Tier ist zugeordnet, darum ist das nicht zu prüfen.</translation>
    </message>
    <message>
        <source>%1 of %2 have a class their deer&apos;s sex doesn&apos;t allow.</source>
        <translation>%1 von %2 haben eine Klasse, die das Geschlecht ihres Tiers nicht zulässt.</translation>
    </message>
    <message>
        <source>%1 of %2 have a class their deer&apos;s sex doesn&apos;t allow; the estimate leaves them out.</source>
        <translation>%1 von %2 haben eine Klasse, die das Geschlecht ihres Tiers nicht zulässt; die Schätzung lässt sie aus.</translation>
    </message>
    <message>
        <source>%1 of one image with one deer now; %2 would at %3.</source>
        <translation>Bei %1 eines Bildes haben jetzt beide dasselbe Tier; bei %3 wären es %2.</translation>
    </message>
    <message>
        <source>%1 of one animal with several deer now; %2 would at %3.</source>
        <translation>Bei %1 eines Tiers stehen jetzt mehrere Tiere; bei %3 wären es %2.</translation>
    </message>
    <message>
        <source>No image has several detections with a box, so this can&apos;t be checked.</source>
        <translation>Kein Bild hat mehrere Detektionen mit Rahmen, darum ist das nicht zu prüfen.</translation>
    </message>
    <message>
        <source>%1 of profiles as alike as a match at %2.</source>
        <translation>Bei %1 sind die Profile so ähnlich wie ein Treffer bei %2.</translation>
    </message>
    <message>
        <source>%1 of length 1.</source>
        <translation>%1 der Länge 1.</translation>
    </message>
    <message>
        <source>There are no vectors.</source>
        <translation>Es gibt keine Vektoren.</translation>
    </message>
    <message>
        <source>%1 of length 1; %2 none.</source>
        <translation>%1 der Länge 1; %2 keinen.</translation>
    </message>
    <message>
        <source>1 detection has</source>
        <translation>1 Detektion hat</translation>
    </message>
    <message>
        <source>%1 detections have</source>
        <translation>%1 Detektionen haben</translation>
    </message>
    <message>
        <source>Look at the pairs (Diagnosis, Look-alikes) and merge the profiles that are one animal.</source>
        <translation>Sehen Sie sich die Paare an (Diagnose, Doppelgänger), und führen Sie die Profile zusammen, die ein Tier sind.</translation>
    </message>
    <message>
        <source>Look at the pairs (Diagnosis, Contradictions) and take the wrong deer off.</source>
        <translation>Sehen Sie sich die Paare an (Diagnose, Widersprüche), und nehmen Sie das falsche Tier weg.</translation>
    </message>
    <message>
        <source>Look at the bursts (Diagnosis, Bursts) and give each the one deer it shows.</source>
        <translation>Sehen Sie sich die Serien an (Diagnose, Serien), und geben Sie jeder das eine Tier, das sie zeigt.</translation>
    </message>
    <message>
        <source>Look at these detections: correct their class, or take the deer off them.</source>
        <translation>Sehen Sie sich diese Detektionen an: Berichtigen Sie ihre Klasse, oder nehmen Sie das Tier weg.</translation>
    </message>
    <message>
        <source>Run the embedding for these detections again; until then they can&apos;t be matched.</source>
        <translation>Berechnen Sie die Merkmalsvektoren dieser Detektionen neu; bis dahin können sie nicht verglichen werden.</translation>
    </message>
    <message>
        <source>They are matched all the same; have the embedding store vectors of length 1.</source>
        <translation>Sie werden trotzdem verglichen; lassen Sie Vektoren der Länge 1 speichern.</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>estimates</source>
        <translation>Schätzungen</translation>
    </message>
    <message>
        <source>stored scores</source>
        <translation>gespeicherte Werte</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>besteht</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>besteht nicht</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>all detections</source>
        <translation>alle Detektionen</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>not a duplicate</source>
        <translation>keine Dublette</translation>
    </message>
    <message>
        <source>a deer</source>
        <translation>ein Hirschtier</translation>
    </message>
    <message>
        <source>usable vector</source>
        <translation>brauchbarer Vektor</translation>
    </message>
    <message>
        <source>stored scores with its sex</source>
        <translation>gespeicherte Werte für ihr Geschlecht</translation>
    </message>
    <message>
        <source>a profile of its sex exists</source>
        <translation>ein Profil ihres Geschlechts gibt es</translation>
    </message>
    <message>
        <source>best score reaches the threshold</source>
        <translation>bester Wert erreicht die Schwelle</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>zugeordnet</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Can&apos;t write to %1: %2</source>
        <translation>In %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Can&apos;t read %1 again: %2</source>
        <translation>%1 kann nicht noch einmal gelesen werden: %2</translation>
    </message>
    <message>
        <source>Can&apos;t delete %1: %2</source>
        <translation>%1 kann nicht gelöscht werden: %2</translation>
    </message>
    <message>
        <source>The disk of %1 doesn&apos;t answer</source>
        <translation>Die Platte von %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Clocks can&apos;t be compared: %1</source>
        <translation>Die Uhren lassen sich nicht vergleichen: %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <source>PostgreSQL ended the transaction: %1</source>
        <translation>PostgreSQL hat die Transaktion beendet: %1</translation>
    </message>
    <message>
        <source>PostgreSQL could not keep transactions apart: %1</source>
        <translation>PostgreSQL konnte Transaktionen nicht auseinanderhalten: %1</translation>
    </message>
    <message>
        <source>PostgreSQL reached a limit: %1</source>
        <translation>PostgreSQL hat eine Grenze erreicht: %1</translation>
    </message>
    <message>
        <source>PostgreSQL can&apos;t read or write its disk: %1</source>
        <translation>PostgreSQL kann seine Platte nicht lesen oder beschreiben: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the database was dropped: %1</source>
        <translation>PostgreSQL: Die Datenbank wurde gelöscht: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a schema is missing: %1</source>
        <translation>PostgreSQL: Ein Schema fehlt: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the server&apos;s data is damaged: %1</source>
        <translation>PostgreSQL: Die Daten des Servers sind beschädigt: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the server&apos;s system has a fault: %1</source>
        <translation>PostgreSQL: Das System des Servers hat einen Fehler: %1</translation>
    </message>
    <message>
        <source>PostgreSQL rolled the transaction back</source>
        <translation>PostgreSQL hat die Transaktion zurückgerollt</translation>
    </message>
    <message>
        <source>PostgreSQL sent a row that can&apos;t be read</source>
        <translation>PostgreSQL hat eine Zeile geschickt, die nicht zu lesen ist</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s answer has no end</source>
        <translation>Die Antwort von PostgreSQL hat kein Ende</translation>
    </message>
    <message>
        <source>TLS: no certificates of authorities can be read from %1</source>
        <translation>TLS: Aus %1 sind keine Zertifikate von Stellen zu lesen</translation>
    </message>
    <message>
        <source>TLS: the server&apos;s certificate is not good: %1</source>
        <translation>TLS: Das Zertifikat des Servers taugt nicht: %1</translation>
    </message>
    <message>
        <source>TLS: no secure connection: %1</source>
        <translation>TLS: keine sichere Verbindung: %1</translation>
    </message>
    <message>
        <source>the server doesn&apos;t speak TLS</source>
        <translation>der Server spricht kein TLS</translation>
    </message>
    <message>
        <source>The key %1 in Redis holds a %2, not a %3</source>
        <translation>Der Schlüssel %1 in Redis enthält %2 statt %3</translation>
    </message>
    <message>
        <source>Redis has dropped keys (%1) since its start because its memory was full: whether jobs were among them isn&apos;t known. With maxmemory-policy noeviction it refuses new ones instead</source>
        <translation>Redis hat seit seinem Start Schlüssel fallen lassen (%1), weil sein Speicher voll war: Ob Aufträge darunter waren, ist nicht bekannt. Mit maxmemory-policy noeviction lehnt es stattdessen neue ab</translation>
    </message>
    <message>
        <source>%1 can&apos;t be looked at: %2</source>
        <translation>%1 lässt sich nicht ansehen: %2</translation>
    </message>
    <message>
        <source>Not looked at: none is set. %1</source>
        <translation>Nicht angesehen: Keiner ist eingestellt. %1</translation>
    </message>
    <message>
        <source>The server&apos;s pg_hba.conf lets %1 into %2 from nowhere near here; its administrator has to add a line</source>
        <translation>Die pg_hba.conf des Servers lässt %1 von hier aus nicht in %2; wer ihn verwaltet, muss eine Zeile hinzufügen</translation>
    </message>
    <message>
        <source>%1 sends on to %2. The address that answers itself is needed here; the token was not sent there</source>
        <translation>%1 leitet weiter zu %2. Hier ist die Adresse nötig, die selbst antwortet; das Token wurde nicht dorthin geschickt</translation>
    </message>
    <message>
        <source>What was remembered before isn&apos;t known, and %1 is left as it is: %2</source>
        <translation>Was vorher gemerkt war, ist nicht bekannt, und %1 bleibt, wie es ist: %2</translation>
    </message>
    <message>
        <source>it can&apos;t be read</source>
        <translation>es kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>it is damaged; mend it, or move it away</source>
        <translation>es ist beschädigt; reparieren Sie es, oder räumen Sie es weg</translation>
    </message>
    <message>
        <source>No detections found in the selected date range</source>
        <translation>Keine Detektionen im gewählten Zeitraum</translation>
    </message>
    <message>
        <source>The detection asked for is not in the database</source>
        <translation>Die angeforderte Detektion ist nicht in der Datenbank</translation>
    </message>
    <message>
        <source>None of the %1 detections asked for is in the database</source>
        <translation>Keine der %1 angeforderten Detektionen ist in der Datenbank</translation>
    </message>
    <message>
        <source>The photo of the detection asked for is not in the database</source>
        <translation>Das Foto der angeforderten Detektion ist nicht in der Datenbank</translation>
    </message>
    <message>
        <source>None of the %1 detections asked for is in the database with its photo</source>
        <translation>Keine der %1 angeforderten Detektionen ist mit ihrem Foto in der Datenbank</translation>
    </message>
    <message>
        <source>The location asked for is not in the database</source>
        <translation>Der angeforderte Standort ist nicht in der Datenbank</translation>
    </message>
    <message>
        <source>None of the %1 locations asked for is in the database</source>
        <translation>Keiner der %1 angeforderten Standorte ist in der Datenbank</translation>
    </message>
    <message>
        <source>%1 (tried %2 times)</source>
        <translation>%1 (%2-mal versucht)</translation>
    </message>
    <message>
        <source>Making the export failed: %1</source>
        <translation>Der Export ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The job expired before a worker could begin it</source>
        <translation>Der Auftrag verfiel, bevor ein Worker ihn beginnen konnte</translation>
    </message>
    <message>
        <source>It took longer than its time limit of %1 s</source>
        <translation>Es dauerte länger als die Zeitgrenze von %1 s</translation>
    </message>
    <message>
        <source>The worker stopped %1 times while making this export</source>
        <translation>Der Worker ist bei diesem Export %1-mal stehen geblieben</translation>
    </message>
    <message>
        <source>Job id %1 is already used for another request</source>
        <translation>Die Auftrags-ID %1 gehört schon zu einer anderen Anforderung</translation>
    </message>
    <message>
        <source>The file of job %1 isn&apos;t in the export folder any more: ask for the export again</source>
        <translation>Die Datei des Auftrags %1 ist nicht mehr im Exportordner: Fordern Sie den Export noch einmal an</translation>
    </message>
    <message>
        <source>The worker&apos;s task ended with: %1</source>
        <translation>Die Aufgabe des Workers endete mit: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>The export folder %1 is missing or not writable</source>
        <translation>Der Exportordner %1 fehlt oder ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>The export folder %1 is missing</source>
        <translation>Der Exportordner %1 fehlt</translation>
    </message>
    <message>
        <source>The export folder %1 doesn&apos;t answer</source>
        <translation>Der Exportordner %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Can&apos;t write to the export folder %1: %2</source>
        <translation>In den Exportordner %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>There is not enough memory for the crop</source>
        <translation>Für den Ausschnitt reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>Waiting for the %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>database</source>
        <translation>die Datenbank</translation>
    </message>
    <message>
        <source>export folder</source>
        <translation>den Exportordner</translation>
    </message>
    <message>
        <source>worker&apos;s machine</source>
        <translation>den Rechner des Workers</translation>
    </message>
    <message>
        <source>start_date must be before end_date</source>
        <translation>start_date muss vor end_date liegen</translation>
    </message>
    <message>
        <source>start_date cannot be in the future</source>
        <translation>start_date darf nicht in der Zukunft liegen</translation>
    </message>
    <message>
        <source>end_date cannot be in the future</source>
        <translation>end_date darf nicht in der Zukunft liegen</translation>
    </message>
    <message>
        <source>Date range cannot exceed 1 year</source>
        <translation>Der Zeitraum darf höchstens 1 Jahr lang sein</translation>
    </message>
    <message>
        <source>%1 must be a PNG or an SVG without references: %2</source>
        <translation>%1 muss ein PNG oder ein SVG ohne Verweise sein: %2</translation>
    </message>
    <message>
        <source>it is not an image in base64</source>
        <translation>es ist kein Bild in Base64</translation>
    </message>
    <message>
        <source>it may have at most %1 pixels a side</source>
        <translation>es darf höchstens %1 Pixel je Seite haben</translation>
    </message>
    <message>
        <source>the SVG has a DOCTYPE</source>
        <translation>das SVG hat einen DOCTYPE</translation>
    </message>
    <message>
        <source>the SVG has an element &lt;%1&gt;</source>
        <translation>das SVG hat ein Element &lt;%1&gt;</translation>
    </message>
    <message>
        <source>the SVG is broken: %1</source>
        <translation>das SVG ist fehlerhaft: %1</translation>
    </message>
    <message>
        <source>%1. The job is still there: remove it again when that is mended</source>
        <translation>%1. Der Auftrag ist noch da: Entfernen Sie ihn noch einmal, wenn das behoben ist</translation>
    </message>
    <message>
        <source>No Herdbook worker makes this job any more, but it isn&apos;t ended yet: %1. Cancel it again</source>
        <translation>Kein Herdbook-Worker macht diesen Auftrag mehr, aber er ist noch nicht beendet: %1. Brechen Sie ihn noch einmal ab</translation>
    </message>
    <message>
        <source>%1 isn&apos;t in the export folder any more. Cancel the job and run it again</source>
        <translation>%1 ist nicht mehr im Exportordner. Brechen Sie den Auftrag ab, und starten Sie ihn noch einmal</translation>
    </message>
    <message>
        <source>Whether %1 is deleted isn&apos;t known: the export folder %2</source>
        <translation>Ob %1 gelöscht ist, ist nicht bekannt: Der Exportordner %2</translation>
    </message>
    <message>
        <source>Whose file %1 is isn&apos;t known: the export folder %2</source>
        <translation>Wessen Datei %1 ist, ist nicht bekannt: Der Exportordner %2</translation>
    </message>
    <message>
        <source>the export folder %1</source>
        <translation>der Exportordner %1</translation>
    </message>
    <message>
        <source>it can&apos;t be looked for (%1)</source>
        <translation>sie kann nicht gesucht werden (%1)</translation>
    </message>
    <message>
        <source>%1 is not the file that was made: it has %2 of %3 bytes</source>
        <translation>%1 ist nicht die Datei, die erstellt wurde: Sie hat %2 von %3 Bytes</translation>
    </message>
    <message>
        <source>%1 is not the file that was made: its SHA-256 differs</source>
        <translation>%1 ist nicht die Datei, die erstellt wurde: Ihr SHA-256 ist ein anderer</translation>
    </message>
    <message>
        <source>The web API sent another part of the file than was asked for</source>
        <translation>Die Web-API hat einen anderen Teil der Datei geschickt als verlangt</translation>
    </message>
    <message>
        <source>The job history can&apos;t be opened</source>
        <translation>Der Auftragsverlauf lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The job history can&apos;t be written or read: %1</source>
        <translation>Der Auftragsverlauf lässt sich nicht schreiben oder lesen: %1</translation>
    </message>
    <message>
        <source>Nothing can be asked for or changed now. %1</source>
        <translation>Jetzt kann nichts angefordert oder geändert werden. %1</translation>
    </message>
    <message>
        <source>Python workers can&apos;t be heard: %1</source>
        <translation>Python-Worker sind nicht zu hören: %1</translation>
    </message>
    <message>
        <source>No worker of Herdbook&apos;s is ready, and whether one of the Python ones takes exports isn&apos;t known: &quot;celery inspect active_queues&quot; tells</source>
        <translation>Kein Worker von Herdbook ist bereit, und ob einer der Python-Worker Exporte annimmt, ist nicht bekannt: &quot;celery inspect active_queues&quot; sagt es</translation>
    </message>
    <message>
        <source>Redis holds more jobs in hand, or more workers, than are looked at: what some jobs are doing isn&apos;t known</source>
        <translation>Redis hat mehr Aufträge in Arbeit oder mehr Worker, als angesehen werden: Was manche Aufträge tun, ist nicht bekannt</translation>
    </message>
    <message>
        <source>The key %1 in Redis holds no lease: whether a worker is there isn&apos;t known</source>
        <translation>Der Schlüssel %1 in Redis enthält keine Frist: Ob da ein Worker ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>The Redis user %1 lacks rights: %2</source>
        <translation>Dem Redis-Benutzer %1 fehlen Rechte: %2</translation>
    </message>
    <message>
        <source>Celery&apos;s result can&apos;t be published: %1</source>
        <translation>Das Ergebnis für Celery lässt sich nicht veröffentlichen: %1</translation>
    </message>
    <message>
        <source>scores come from %1 now, not from %2</source>
        <translation>die Quelle der Werte ist eine andere: jetzt %1, vorher %2</translation>
    </message>
    <message>
        <source>1 detection was deleted</source>
        <translation>1 Detektion wurde gelöscht</translation>
    </message>
    <message>
        <source>%1 detections were deleted</source>
        <translation>%1 Detektionen wurden gelöscht</translation>
    </message>
    <message>
        <source>1 detection has another sex now</source>
        <translation>1 Detektion hat jetzt ein anderes Geschlecht</translation>
    </message>
    <message>
        <source>%1 detections have another sex now</source>
        <translation>%1 Detektionen haben jetzt ein anderes Geschlecht</translation>
    </message>
    <message>
        <source>1 detection has another score now</source>
        <translation>1 Detektion hat jetzt einen anderen Wert</translation>
    </message>
    <message>
        <source>%1 detections have another score now</source>
        <translation>%1 Detektionen haben jetzt einen anderen Wert</translation>
    </message>
    <message>
        <source>1 detection matches another profile best now</source>
        <translation>1 Detektion passt jetzt zu einem anderen Profil am besten</translation>
    </message>
    <message>
        <source>%1 detections match another profile best now</source>
        <translation>%1 Detektionen passen jetzt zu einem anderen Profil am besten</translation>
    </message>
    <message>
        <source>the pool&apos;s digest is another one</source>
        <translation>der Pool hat eine andere Prüfsumme</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read (%2), so what other trials came to is not known</source>
        <translation>%1 ist nicht zu lesen (%2), darum ist nicht bekannt, was andere Prüfungen ergaben</translation>
    </message>
    <message>
        <source>the shared journal</source>
        <translation>das geteilte Journal</translation>
    </message>
    <message>
        <source>the journal on this computer</source>
        <translation>das Journal auf diesem Rechner</translation>
    </message>
    <message>
        <source>a newer Herdbook made it</source>
        <translation>ein neueres Herdbook hat es angelegt</translation>
    </message>
    <message>
        <source>the trial of %1: %2</source>
        <translation>die Prüfung vom %1: %2</translation>
    </message>
    <message>
        <source>it is of another pool</source>
        <translation>sie gehört zu einem anderen Pool</translation>
    </message>
    <message>
        <source>its answers do not bear it out</source>
        <translation>ihre Antworten tragen es nicht</translation>
    </message>
    <message>
        <source>two journals have other answers of %1</source>
        <translation>zwei Journale haben verschiedene Antworten von %1</translation>
    </message>
    <message>
        <source>The certificate in the journal is incomplete</source>
        <translation>Das Zertifikat im Journal ist unvollständig</translation>
    </message>
    <message>
        <source>The saved trial is incomplete</source>
        <translation>Die gespeicherte Prüfung ist unvollständig</translation>
    </message>
    <message>
        <source>The trial was saved by another version of Herdbook</source>
        <translation>Die Prüfung wurde von einer anderen Version von Herdbook gespeichert</translation>
    </message>
    <message>
        <source>The journal holds an answer that doesn&apos;t exist</source>
        <translation>Das Journal enthält eine Antwort, die es nicht gibt</translation>
    </message>
    <message>
        <source>The shared journal lacks answer %1 of %2</source>
        <translation>Dem geteilten Journal fehlt die Antwort %1 von %2</translation>
    </message>
    <message>
        <source>The journal of trials holds an answer that doesn&apos;t exist</source>
        <translation>Das Journal der Prüfungen enthält eine Antwort, die es nicht gibt</translation>
    </message>
    <message>
        <source>The journal of trials lacks answer %1 of a reviewer</source>
        <translation>Dem Journal der Prüfungen fehlt die Antwort %1 eines Prüfers</translation>
    </message>
    <message>
        <source>The journal has no seed of this pool that can be read</source>
        <translation>Das Journal hat keinen lesbaren Startwert dieses Pools</translation>
    </message>
    <message>
        <source>Can&apos;t make the folder of %1</source>
        <translation>Der Ordner von %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The journal is at version %1, made by a newer Herdbook; this one knows version %2</source>
        <translation>Das Journal ist von einem neueren Herdbook und hat Version %1; dieses kennt Version %2</translation>
    </message>
    <message>
        <source>The journal is at version %1, this Herdbook writes version %2; nothing was written</source>
        <translation>Das Journal hat Version %1, dieses Herdbook schreibt Version %2; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>The journal says &quot;%1&quot; of a row, which this Herdbook doesn&apos;t know</source>
        <translation>Das Journal sagt „%1“ von einer Zeile, was dieses Herdbook nicht kennt</translation>
    </message>
    <message>
        <source>The journal holds %1 rows not undone by now, not %2; look again</source>
        <translation>Das Journal enthält inzwischen %1 Zeilen, die nicht zurückgenommen sind, nicht %2; sehen Sie noch einmal nach</translation>
    </message>
    <message>
        <source>The database changed %1 rows otherwise than asked; nothing was kept</source>
        <translation>Die Datenbank hat %1 Zeilen anders geändert als verlangt; nichts blieb davon</translation>
    </message>
    <message>
        <source>The database wrote %1 of %2 rows; nothing was kept</source>
        <translation>Die Datenbank hat %1 von %2 Zeilen geschrieben; nichts blieb davon</translation>
    </message>
    <message>
        <source>The database doesn&apos;t let %1 rows be what they were, probably by a trigger; nothing was undone</source>
        <translation>Die Datenbank lässt %1 Zeilen nicht wieder werden, was sie waren, vermutlich durch einen Trigger; nichts wurde zurückgenommen</translation>
    </message>
    <message>
        <source>The column %1 has gone since the batch was written, so nobody can tell what was decided about its rows; nothing was undone</source>
        <translation>Die Spalte %1 ist weg, seit der Stapel geschrieben wurde, darum kann niemand sagen, was über seine Zeilen entschieden wurde; nichts wurde zurückgenommen</translation>
    </message>
    <message>
        <source>A detection is in the batch twice</source>
        <translation>Eine Detektion steht zweimal im Stapel</translation>
    </message>
    <message>
        <source>The batch was written but is not in the journal</source>
        <translation>Der Stapel wurde geschrieben, steht aber nicht im Journal</translation>
    </message>
    <message>
        <source>%1 is a view or a foreign table, into which no batch can be written; accepted: a table</source>
        <translation>%1 ist eine Sicht oder eine fremde Tabelle, in die kein Stapel geschrieben werden kann; es geht nur eine Tabelle</translation>
    </message>
    <message>
        <source>Row security on %1 may hide rows from this role, and a hidden row looks like a deleted one; use a role that sees all of them (BYPASSRLS)</source>
        <translation>Der Zeilenschutz von %1 kann dieser Rolle Zeilen verbergen, und eine verborgene sieht aus wie eine gelöschte; nehmen Sie eine Rolle, die alle sieht (BYPASSRLS)</translation>
    </message>
    <message>
        <source>The database has a schema &apos;herdbook&apos; that isn&apos;t Herdbook&apos;s</source>
        <translation>Die Datenbank hat ein Schema „herdbook“, das nicht das von Herdbook ist</translation>
    </message>
    <message>
        <source>Schema &apos;herdbook&apos; is at version %1 by now, not %2; look again</source>
        <translation>Das Schema „herdbook“ hat inzwischen Version %1, nicht %2; sehen Sie noch einmal nach</translation>
    </message>
    <message>
        <source>Schema &apos;herdbook&apos; has no version %1</source>
        <translation>Das Schema „herdbook“ hat keine Version %1</translation>
    </message>
    <message>
        <source>%1 is in use by %2 (process %3) since %4 UTC</source>
        <translation>%1 wird seit %4 UTC von %2 benutzt (Prozess %3)</translation>
    </message>
    <message>
        <source>it belongs to the role %1</source>
        <translation>es gehört der Rolle %1</translation>
    </message>
    <message>
        <source>its table %1 belongs to the role %2</source>
        <translation>seine Tabelle %1 gehört der Rolle %2</translation>
    </message>
    <message>
        <source>its table %1 has the trigger %2 of the role %3</source>
        <translation>seine Tabelle %1 hat den Trigger %2 der Rolle %3</translation>
    </message>
    <message>
        <source>its table %1 has the rule %2</source>
        <translation>seine Tabelle %1 hat die Regel %2</translation>
    </message>
    <message>
        <source>its table %1 has row security</source>
        <translation>seine Tabelle %1 hat Zeilenschutz</translation>
    </message>
    <message>
        <source>%1 is not a plain table</source>
        <translation>%1 ist keine gewöhnliche Tabelle</translation>
    </message>
    <message>
        <source>%1, certified</source>
        <translation>%1, zertifiziert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more.</source>
        <translation>Von %1, die verglichen werden konnten, hat %2 einen Wert von %3 oder mehr.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more; %4 more lie between %5 and %6.</source>
        <translation>Von %1, die verglichen werden konnten, hat %2 einen Wert von %3 oder mehr; %4 weitere liegen zwischen %5 und %6.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more; %4 more lie between %5 and %6.</source>
        <translation>Von %1, die verglichen werden konnten, haben %2 einen Wert von %3 oder mehr; %4 weitere liegen zwischen %5 und %6.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more (%4 assigned ones score less; they came with their burst).</source>
        <translation>Von %1, die verglichen werden konnten, hat %2 einen Wert von %3 oder mehr (%4 zugeordnete haben weniger; sie kamen mit ihrer Serie).</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more (%4 assigned ones score less; they came with their burst).</source>
        <translation>Von %1, die verglichen werden konnten, haben %2 einen Wert von %3 oder mehr (%4 zugeordnete haben weniger; sie kamen mit ihrer Serie).</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more (%4 assigned ones score less; they came with their burst); %5 more lie between %6 and %7.</source>
        <translation>Von %1, die verglichen werden konnten, hat %2 einen Wert von %3 oder mehr (%4 zugeordnete haben weniger; sie kamen mit ihrer Serie); %5 weitere liegen zwischen %6 und %7.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more (%4 assigned ones score less; they came with their burst); %5 more lie between %6 and %7.</source>
        <translation>Von %1, die verglichen werden konnten, haben %2 einen Wert von %3 oder mehr (%4 zugeordnete haben weniger; sie kamen mit ihrer Serie); %5 weitere liegen zwischen %6 und %7.</translation>
    </message>
    <message>
        <source>1 unassigned detection</source>
        <translation>1 nicht zugeordneten Detektion</translation>
    </message>
    <message>
        <source>%1 unassigned detections</source>
        <translation>%1 nicht zugeordneten Detektionen</translation>
    </message>
    <message>
        <source>No threshold gains %1: of %2 that could be matched, %3 scores %4 or more.</source>
        <translation>Keine Schwelle gewinnt %1: Von %2, die verglichen werden konnten, hat %3 einen Wert von %4 oder mehr.</translation>
    </message>
    <message>
        <source>No threshold gains %1: of %2 that could be matched, %3 score %4 or more.</source>
        <translation>Keine Schwelle gewinnt %1: Von %2, die verglichen werden konnten, haben %3 einen Wert von %4 oder mehr.</translation>
    </message>
    <message>
        <source>unassigned detections that score %1 or more</source>
        <translation>nicht zugeordnete Detektionen mit einem Wert von %1 oder mehr</translation>
    </message>
    <message>
        <source>No threshold is good enough.</source>
        <translation>Keine Schwelle ist gut genug.</translation>
    </message>
    <message>
        <source>The strictest one that gains %1, %2, would be wrong in about %3 of its new assignments, at most %4.</source>
        <translation>Die strengste, die %1 gewinnt, %2, läge bei etwa %3 ihrer neuen Zuordnungen falsch, höchstens bei %4.</translation>
    </message>
    <message>
        <source>The strictest one that gains %1, %2, would be too often wrong even if all %3 were right, whom nobody can judge.</source>
        <translation>Die strengste, die %1 gewinnt, %2, läge zu oft falsch, selbst wenn bei allen, die niemand beurteilen kann (%3), alles richtig wäre.</translation>
    </message>
    <message>
        <source>The threshold in force is itself unsound: the detections that would get the wrong deer at %1 are expected to come to over %2 of the %3 assigned now.</source>
        <translation>Die geltende Schwelle ist selbst nicht haltbar: Die Detektionen, die bei %1 das falsche Tier bekämen, machen voraussichtlich über %2 der jetzt zugeordneten %3 aus.</translation>
    </message>
    <message>
        <source>The threshold in force is itself unsound: detections that would get the wrong deer at %1 are expected, and none is assigned yet to set against them.</source>
        <translation>Die geltende Schwelle ist selbst nicht haltbar: Bei %1 sind Detektionen zu erwarten, die das falsche Tier bekämen, und noch ist keine zugeordnet, an der das zu messen wäre.</translation>
    </message>
    <message>
        <source>profiles with a vector</source>
        <translation>Profile mit Vektor</translation>
    </message>
    <message>
        <source>detections with a usable vector whose sex has profiles</source>
        <translation>Detektionen mit brauchbarem Vektor, deren Geschlecht Profile hat</translation>
    </message>
    <message>
        <source>vectors of the detections and profiles: compute from vectors</source>
        <translation>Vektoren der Detektionen und Profile: Rechnen Sie aus Vektoren</translation>
    </message>
    <message>
        <source>a stricter threshold in force, and the wrong assignments taken back</source>
        <translation>eine strengere geltende Schwelle, und die falschen Zuordnungen zurückgenommen</translation>
    </message>
    <message>
        <source>a stricter threshold in force</source>
        <translation>eine strengere geltende Schwelle</translation>
    </message>
    <message>
        <source>too few unassigned %1 that can be judged</source>
        <translation>zu wenige nicht zugeordnete, die sich beurteilen lassen (%1)</translation>
    </message>
    <message>
        <source>%1; only %2 assigned already are left to compare with</source>
        <translation>%1; zum Vergleichen bleiben nur schon zugeordnete (%2)</translation>
    </message>
    <message>
        <source>%1, and too few %2 assigned already to compare with</source>
        <translation>%1, und zum Vergleichen zu wenige schon zugeordnete (%2)</translation>
    </message>
    <message>
        <source>%1: %2 evidence; %3</source>
        <translation>%1: %2 Belege; %3</translation>
    </message>
    <message>
        <source>%1: %2 evidence; %3; alone they could go to %4</source>
        <translation>%1: %2 Belege; %3; allein könnten sie bis %4 gehen</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>starke</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwache</translation>
    </message>
    <message>
        <source>no</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>No certificate found here.</source>
        <translation>Hier war kein Zertifikat zu finden.</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Zu tun: %1</translation>
    </message>
    <message>
        <source>Certified by the trial of %1, %2 by %3.</source>
        <translation>Zertifiziert durch die Prüfung vom %1, mit %2 von %3.</translation>
    </message>
    <message>
        <source>Certified by the trial of %1, %2 by %3 and %4.</source>
        <translation>Zertifiziert durch die Prüfung vom %1, mit %2 von %3 und %4.</translation>
    </message>
    <message>
        <source>At most %1 of the %2 that the trial is about are wrong; such a statement is false in at most %3 of 100 trials.</source>
        <translation>Höchstens %1 der %2, um die es in der Prüfung geht, sind falsch; so eine Aussage ist in höchstens %3 von 100 Prüfungen falsch.</translation>
    </message>
    <message>
        <source>Of these, %1 is not assigned yet.</source>
        <translation>Davon ist %1 noch nicht zugeordnet.</translation>
    </message>
    <message>
        <source>Of these, %1 are not assigned yet.</source>
        <translation>Davon sind %1 noch nicht zugeordnet.</translation>
    </message>
    <message>
        <source>A trial of %1 was withheld: %2.</source>
        <translation>Eine Prüfung vom %1 wurde zurückgehalten: %2.</translation>
    </message>
    <message>
        <source>It is no evidence either way.</source>
        <translation>Sie spricht weder dafür noch dagegen.</translation>
    </message>
    <message>
        <source>A trial of %1 looked at %2 and certified %3 (%4).</source>
        <translation>Eine Prüfung vom %1 mit %2 hat %3 zertifiziert (%4).</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>all were called the same</source>
        <translation>alle wurden „Gleich“ genannt</translation>
    </message>
    <message>
        <source>%1 was not called the same</source>
        <translation>%1 wurde nicht „Gleich“ genannt</translation>
    </message>
    <message>
        <source>%1 were not called the same</source>
        <translation>%1 wurden nicht „Gleich“ genannt</translation>
    </message>
    <message>
        <source>So %1 is not recommended, whatever the scores say.</source>
        <translation>Darum wird %1 nicht empfohlen, was auch immer die Werte sagen.</translation>
    </message>
    <message>
        <source>a looser threshold</source>
        <translation>eine lockerere Schwelle</translation>
    </message>
    <message>
        <source>No certificate counts: %1.</source>
        <translation>Kein Zertifikat zählt: %1.</translation>
    </message>
    <message>
        <source>Nothing to do where the deployment has no such column; otherwise run its migrations.</source>
        <translation>Nichts zu tun, wo die Installation keine solche Spalte hat; sonst lassen Sie ihre Migrationen laufen.</translation>
    </message>
    <message>
        <source>Embed these deer&apos;s founding detections again; without a usable vector nothing can match them.</source>
        <translation>Berechnen Sie die Merkmalsvektoren der Gründer dieser Tiere neu; ohne brauchbaren Vektor kann nichts zu ihnen passen.</translation>
    </message>
    <message>
        <source>Embed all profiles with one model version.</source>
        <translation>Berechnen Sie die Merkmalsvektoren aller Profile mit einer Modellversion.</translation>
    </message>
    <message>
        <source>Store the scores anew with one threshold (herdbook-analyze --backfill into an emptied table; it needs vectors), or analyze from vectors.</source>
        <translation>Speichern Sie die Werte neu mit einer Schwelle (herdbook-analyze --backfill in eine geleerte Tabelle; das braucht Vektoren), oder analysieren Sie aus Vektoren.</translation>
    </message>
    <message>
        <source>Store the missing pairs: herdbook-analyze --backfill, once the detections and profiles have vectors.</source>
        <translation>Speichern Sie die fehlenden Paare: herdbook-analyze --backfill, sobald die Detektionen und Profile Vektoren haben.</translation>
    </message>
    <message>
        <source>Check which model and which column the vectors come from, then embed again.</source>
        <translation>Prüfen Sie, von welchem Modell und aus welcher Spalte die Vektoren kommen, und berechnen Sie sie neu.</translation>
    </message>
    <message>
        <source>Have the detections embedded by a model that tells animals apart; merge nothing for this.</source>
        <translation>Lassen Sie die Merkmalsvektoren von einem Modell berechnen, das Tiere unterscheidet; führen Sie deswegen nichts zusammen.</translation>
    </message>
    <message>
        <source>Give deer of the sexes that are seen a profile.</source>
        <translation>Geben Sie Tieren der Geschlechter, die gesehen werden, ein Profil.</translation>
    </message>
    <message>
        <source>Give the deer profiles: a founding detection&apos;s vector each.</source>
        <translation>Geben Sie den Tieren Profile: jedem den Vektor einer Gründer-Detektion.</translation>
    </message>
    <message>
        <source>Look at the %1 more like the other sex: they may be of the other sex.</source>
        <translation>Sehen Sie sich %1 mit mehr Ähnlichkeit zum anderen Geschlecht an: Vielleicht ist es das richtige.</translation>
    </message>
    <message>
        <source>1 detection that looks</source>
        <translation>1 Detektion</translation>
    </message>
    <message>
        <source>%1 detections that look</source>
        <translation>%1 Detektionen</translation>
    </message>
    <message>
        <source>All columns are there.</source>
        <translation>Alle Spalten sind da.</translation>
    </message>
    <message>
        <source>Taken at their defaults: %1.</source>
        <translation>Mit ihren Vorgaben genommen: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 a usable profile; %3 without a vector, %4 with NaN, infinite or zero values or of another length, %5 normalized.</source>
        <translation>%1 von %2 ein brauchbares Profil; %3 ohne Vektor, %4 mit NaN, unendlichen oder Nullwerten oder von anderer Länge, %5 normiert.</translation>
    </message>
    <message>
        <source>1 deer has</source>
        <translation>1 Tier hat</translation>
    </message>
    <message>
        <source>%1 deer have</source>
        <translation>%1 Tieren haben</translation>
    </message>
    <message>
        <source>%1 of %2 and are left out; whether the others&apos; are usable isn&apos;t looked at with stored scores.</source>
        <translation>%1 von %2 und bleiben außer Betracht; ob die der anderen brauchbar sind, wird bei gespeicherten Werten nicht angesehen.</translation>
    </message>
    <message>
        <source>1 deer has no vector</source>
        <translation>1 Tier hat keinen Vektor</translation>
    </message>
    <message>
        <source>%1 deer have no vector</source>
        <translation>%1 Tieren haben keinen Vektor</translation>
    </message>
    <message>
        <source>No version is recorded.</source>
        <translation>Keine Version ist vermerkt.</translation>
    </message>
    <message>
        <source>Recorded: %1.</source>
        <translation>Vermerkt: %1.</translation>
    </message>
    <message>
        <source>Not known of %1 of %2.</source>
        <translation>Nicht bekannt bei %1 von %2.</translation>
    </message>
    <message>
        <source>Stored scores of several versions can&apos;t be told apart.</source>
        <translation>Gespeicherte Werte mehrerer Versionen lassen sich nicht auseinanderhalten.</translation>
    </message>
    <message>
        <source>Scores are computed from the vectors as they are.</source>
        <translation>Die Werte werden aus den Vektoren berechnet, wie sie sind.</translation>
    </message>
    <message>
        <source>There are no stored scores.</source>
        <translation>Es gibt keine gespeicherten Werte.</translation>
    </message>
    <message>
        <source>None is recorded.</source>
        <translation>Keine ist vermerkt.</translation>
    </message>
    <message>
        <source>Used: %1.</source>
        <translation>Verwendet: %1.</translation>
    </message>
    <message>
        <source>Used: %1 to %2.</source>
        <translation>Verwendet: %1 bis %2.</translation>
    </message>
    <message>
        <source>%1 of the pairs of one sex are stored (at least %2 needed).</source>
        <translation>%1 der Paare eines Geschlechts sind gespeichert (mindestens %2 sind nötig).</translation>
    </message>
    <message>
        <source>No pair of a detection and a profile of its sex could be stored.</source>
        <translation>Kein Paar aus einer Detektion und einem Profil ihres Geschlechts konnte gespeichert werden.</translation>
    </message>
    <message>
        <source>%1 a score that is null, under 0 or no number: left out.</source>
        <translation>%1 einen Wert, der fehlt, unter 0 liegt oder keine Zahl ist: ausgelassen.</translation>
    </message>
    <message>
        <source>1 row has</source>
        <translation>1 Zeile hat</translation>
    </message>
    <message>
        <source>%1 rows have</source>
        <translation>%1 Zeilen haben</translation>
    </message>
    <message>
        <source>%1 scores of 0 may have been negative.</source>
        <translation>%1 Werte von 0 waren vielleicht negativ.</translation>
    </message>
    <message>
        <source>There are no other animals&apos; scores to compare with.</source>
        <translation>Es gibt keine Werte anderer Tiere zum Vergleichen.</translation>
    </message>
    <message>
        <source>The vectors were not made by the same model as the profiles: assigned detections score %1 on their own profile (median), another animal&apos;s best is %2 in one of twenty; AUC %3.</source>
        <translation>Die Vektoren stammen nicht von demselben Modell wie die Profile: Zugeordnete Detektionen haben %1 für ihr eigenes Profil (Median), der beste Wert eines anderen Tiers ist bei einer von zwanzig %2; AUC %3.</translation>
    </message>
    <message>
        <source>Own and other animals&apos; scores are still well apart (AUC %1).</source>
        <translation>Eigene und fremde Werte liegen trotzdem weit auseinander (AUC %1).</translation>
    </message>
    <message>
        <source>That is how random vectors look (mean .318, standard deviation .032): these scores tell no animals apart.</source>
        <translation>So sehen zufällige Vektoren aus (Mittel 0,318, Standardabweichung 0,032): Diese Werte unterscheiden keine Tiere.</translation>
    </message>
    <message>
        <source>No deer has a vector to compare with, so those of the detections weren&apos;t read.</source>
        <translation>Kein Tier hat einen Vektor zum Vergleichen, darum wurden die der Detektionen nicht gelesen.</translation>
    </message>
    <message>
        <source>There are no vectors; %1 none.</source>
        <translation>Es gibt keine Vektoren; %1 keinen.</translation>
    </message>
    <message>
        <source>%1 NaN or infinite values or another length; left out.</source>
        <translation>%1 NaN, unendliche Werte oder eine andere Länge; ausgelassen.</translation>
    </message>
    <message>
        <source>1 vector has</source>
        <translation>1 Vektor hat</translation>
    </message>
    <message>
        <source>%1 vectors have</source>
        <translation>%1 Vektoren haben</translation>
    </message>
    <message>
        <source>%1 all zeros; left out.</source>
        <translation>%1 lauter Nullen; ausgelassen.</translation>
    </message>
    <message>
        <source>1 vector is</source>
        <translation>1 Vektor hat</translation>
    </message>
    <message>
        <source>%1 vectors are</source>
        <translation>%1 Vektoren haben</translation>
    </message>
    <message>
        <source>1 vector was not of length 1; normalized.</source>
        <translation>1 Vektor hatte nicht die Länge 1; normiert.</translation>
    </message>
    <message>
        <source>%1 vectors were not of length 1; normalized.</source>
        <translation>%1 Vektoren hatten nicht die Länge 1; normiert.</translation>
    </message>
    <message>
        <source>There are no two profiles to compare.</source>
        <translation>Es gibt keine zwei Profile zum Vergleichen.</translation>
    </message>
    <message>
        <source>Stored scores don&apos;t tell how alike profiles are.</source>
        <translation>Gespeicherte Werte sagen nicht, wie ähnlich Profile sind.</translation>
    </message>
    <message>
        <source>%1 of %2 profiles of one sex look like one animal at %3.</source>
        <translation>%1 von %2 Profilen eines Geschlechts sehen bei %3 aus wie ein Tier.</translation>
    </message>
    <message>
        <source>That is no sign of duplicates, but of scores that don&apos;t tell animals apart.</source>
        <translation>Das spricht nicht für doppelte Profile, sondern für Werte, die Tiere nicht unterscheiden.</translation>
    </message>
    <message>
        <source>This database has no column %1</source>
        <translation>Diese Datenbank hat keine Spalte %1</translation>
    </message>
    <message>
        <source>This database has no table %1</source>
        <translation>Diese Datenbank hat keine Tabelle %1</translation>
    </message>
    <message>
        <source>The analysis was cancelled</source>
        <translation>Die Analyse wurde abgebrochen</translation>
    </message>
    <message>
        <source>Can&apos;t keep the analysis in %1: %2</source>
        <translation>Die Analyse kann nicht in %1 gespeichert werden: %2</translation>
    </message>
    <message>
        <source>deer.feature_vector holds vectors of different lengths (%1): they can&apos;t be compared</source>
        <translation>deer.feature_vector enthält Vektoren verschiedener Länge (%1): Sie sind nicht vergleichbar</translation>
    </message>
    <message>
        <source>%1 of %2 values</source>
        <translation>%1 mit %2 Werten</translation>
    </message>
    <message>
        <source>%1 of the %2 vectors in detections.feature_vector don&apos;t have the %3 values of those in deer.feature_vector: they can&apos;t be compared</source>
        <translation>%1 der %2 Vektoren in detections.feature_vector haben nicht die %3 Werte derer in deer.feature_vector: Sie sind nicht vergleichbar</translation>
    </message>
    <message>
        <source>detections.feature_vector can&apos;t be read again</source>
        <translation>detections.feature_vector ist nicht noch einmal zu lesen</translation>
    </message>
    <message>
        <source>reid_similarity_scores.similarity_score holds values over 1, while scores are from 0 to 1: they can&apos;t be compared with a threshold</source>
        <translation>reid_similarity_scores.similarity_score enthält Werte über 1, während Werte von 0 bis 1 gehen: Sie sind nicht mit einer Schwelle vergleichbar</translation>
    </message>
    <message>
        <source>Of the %1 assigned, %2 fell out at a step before the last.</source>
        <translation>Von den %1 zugeordneten fielen %2 an einem früheren Schritt heraus.</translation>
    </message>
    <message>
        <source>Suspects: %1.</source>
        <translation>Verdacht bei %1.</translation>
    </message>
    <message>
        <source>%1 of profiles that may be one animal</source>
        <translation>%1 von Profilen, die ein Tier sein können</translation>
    </message>
    <message>
        <source>%1 more like the other sex</source>
        <translation>%1 mit mehr Ähnlichkeit zum anderen Geschlecht</translation>
    </message>
    <message>
        <source>%1 of one image with one deer at %2</source>
        <translation>%1 eines Bildes mit demselben Tier bei %2</translation>
    </message>
    <message>
        <source>%1 of one animal with several deer at %2</source>
        <translation>%1 eines Tiers mit mehreren Tieren bei %2</translation>
    </message>
    <message>
        <source>Not to be seen in this data: %1.</source>
        <translation>In diesen Daten nicht zu sehen: %1.</translation>
    </message>
    <message>
        <source>profiles that may be one animal</source>
        <translation>Profile, die ein Tier sein können</translation>
    </message>
    <message>
        <source>wrong sexes</source>
        <translation>falsche Geschlechter</translation>
    </message>
    <message>
        <source>one deer twice in an image</source>
        <translation>ein Tier zweimal in einem Bild</translation>
    </message>
    <message>
        <source>several deer in one animal&apos;s burst</source>
        <translation>mehrere Tiere in der Serie eines Tiers</translation>
    </message>
    <message>
        <source>vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>%1 has no time zone; its times are taken as %2&apos;s.</source>
        <translation>%1 hat keine Zeitzone; seine Zeiten gelten als die von %2.</translation>
    </message>
    <message>
        <source>%1 has row security: rows may be hidden from this user.</source>
        <translation>%1 hat Zeilenschutz: Diesem Benutzer können Zeilen verborgen sein.</translation>
    </message>
    <message>
        <source>%1 has no time zone; its times are taken as %2&apos;s</source>
        <translation>%1 hat keine Zeitzone; seine Zeiten gelten als die von %2</translation>
    </message>
    <message>
        <source>Expired files can&apos;t be deleted: %1</source>
        <translation>Abgelaufene Dateien können nicht gelöscht werden: %1</translation>
    </message>
    <message>
        <source>%1 of %2 scores less than %3: assigned by hand, by a trial, or at another threshold.</source>
        <translation>Von %2 hat %1 einen Wert unter %3: zugeordnet von Hand, durch eine Prüfung oder bei einer anderen Schwelle.</translation>
    </message>
    <message>
        <source>%1 of %2 score less than %3: assigned by hand, by a trial, or at another threshold.</source>
        <translation>Von %2 haben %1 einen Wert unter %3: zugeordnet von Hand, durch eine Prüfung oder bei einer anderen Schwelle.</translation>
    </message>
    <message>
        <source>Check REID_THRESHOLD, unless people or a trial assigned them.</source>
        <translation>Prüfen Sie REID_THRESHOLD, es sei denn, Menschen oder eine Prüfung haben sie zugeordnet.</translation>
    </message>
    <message>
        <source>a later one found more wrong than it allows</source>
        <translation>eine spätere fand mehr falsche, als es erlaubt</translation>
    </message>
    <message>
        <source>Estimated; a trial proves at most %1, not %2.</source>
        <translation>Geschätzt; eine Prüfung beweist höchstens %1, nicht %2.</translation>
    </message>
    <message>
        <source>A trial proves at most %1, not %2.</source>
        <translation>Eine Prüfung beweist höchstens %1, nicht %2.</translation>
    </message>
    <message>
        <source>bursts and images show at least %1 wrong among its %2</source>
        <translation>Serien und Bilder zeigen mindestens %1 falsche unter ihren %2</translation>
    </message>
    <message>
        <source>Try %1 on a sample: a trial proves at most %2, not %3.</source>
        <translation>Probieren Sie %1 an einer Stichprobe: Eine Prüfung beweist höchstens %2, nicht %3.</translation>
    </message>
    <message>
        <source>In force is %1.</source>
        <translation>Es gilt %1.</translation>
    </message>
    <message>
        <source>Check REID_THRESHOLD: what is told of the assigned takes for granted that it assigned them.</source>
        <translation>Prüfen Sie REID_THRESHOLD: Was über die zugeordneten gesagt wird, setzt voraus, dass es sie zugeordnet hat.</translation>
    </message>
    <message>
        <source>TLS: no certificates of authorities can be read from %1: %2</source>
        <translation>TLS: Aus %1 sind keine Zertifikate von Stellen zu lesen: %2</translation>
    </message>
    <message>
        <source>it holds no certificate in PEM form</source>
        <translation>sie enthält kein Zertifikat in PEM-Form</translation>
    </message>
    <message>
        <source>its name has a semicolon</source>
        <translation>ihr Name enthält ein Semikolon</translation>
    </message>
    <message>
        <source>There is no keychain on this computer</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain doesn&apos;t answer</source>
        <translation>Der Schlüsselbund des Desktops antwortet nicht</translation>
    </message>
    <message>
        <source>What was answered last isn&apos;t stored yet: %1</source>
        <translation>Was zuletzt geantwortet wurde, ist noch nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>a passed check (%1)</source>
        <translation>eine bestandene Prüfung der Daten (%1)</translation>
    </message>
    <message>
        <source>Are the vectors usable as they are?</source>
        <translation>Sind die Vektoren brauchbar, wie sie sind?</translation>
    </message>
    <message>
        <source>Do profiles and detections come from one model?</source>
        <translation>Stammen Profile und Detektionen von einem Modell?</translation>
    </message>
    <message>
        <source>Do the scores carry identity?</source>
        <translation>Unterscheiden die Werte Tiere?</translation>
    </message>
    <message>
        <source>Do assigned detections have their deer&apos;s sex?</source>
        <translation>Haben zugeordnete Detektionen das Geschlecht ihres Tiers?</translation>
    </message>
    <message>
        <source>Is every deer only once in an image?</source>
        <translation>Ist jedes Tier nur einmal in einem Bild?</translation>
    </message>
    <message>
        <source>Is there only one deer in a burst of one animal?</source>
        <translation>Hat eine Serie eines Tiers nur ein Profil?</translation>
    </message>
    <message>
        <source>Are the profiles different animals?</source>
        <translation>Sind die Profile verschiedene Tiere?</translation>
    </message>
    <message>
        <source>Do the scores tell the profiles apart?</source>
        <translation>Halten die Werte die Profile auseinander?</translation>
    </message>
    <message>
        <source>Is the threshold in force the one that assigned?</source>
        <translation>Ist die geltende Schwelle die, die zugeordnet hat?</translation>
    </message>
    <message>
        <source>Are the tables as expected?</source>
        <translation>Sind die Tabellen wie erwartet?</translation>
    </message>
    <message>
        <source>Does every deer have a usable profile?</source>
        <translation>Hat jedes Tier ein brauchbares Profil?</translation>
    </message>
    <message>
        <source>Are the profiles of one embedding version?</source>
        <translation>Sind die Profile von einer Modellversion?</translation>
    </message>
    <message>
        <source>Is the stored scores&apos; threshold the one in force?</source>
        <translation>Ist die Schwelle der gespeicherten Werte die geltende?</translation>
    </message>
    <message>
        <source>Are the stored scores complete?</source>
        <translation>Sind die gespeicherten Werte vollständig?</translation>
    </message>
    <message>
        <source>Are the stored scores numbers from 0 to 1?</source>
        <translation>Sind die gespeicherten Werte Zahlen von 0 bis 1?</translation>
    </message>
    <message>
        <source>Are stored scores of 0 really 0?</source>
        <translation>Sind gespeicherte Werte von 0 wirklich 0?</translation>
    </message>
    <message>
        <source>%1 is in use by %2 (process %3)</source>
        <translation>%1 wird von %2 benutzt (Prozess %3)</translation>
    </message>
    <message>
        <source>%1 wants a password for %2; none is given</source>
        <translation>%1 will ein Passwort für %2; keines ist angegeben</translation>
    </message>
    <message>
        <source>%1 of %2 known to be different deer were answered Same, of which %3 were taken back</source>
        <translation>%1 von %2 wurden mit „Gleich“ beantwortet, obwohl die Tiere bekannt verschieden sind; %3 dieser Antworten wurden zurückgenommen</translation>
    </message>
    <message>
        <source>The image folder %1 is missing</source>
        <translation>Der Bilderordner %1 fehlt</translation>
    </message>
    <message>
        <source>The image folder %1 doesn&apos;t answer</source>
        <translation>Der Bilderordner %1 antwortet nicht</translation>
    </message>
    <message>
        <source>The image folder %1 can&apos;t be looked into (%2)</source>
        <translation>Der Bilderordner %1 kann nicht geöffnet werden (%2)</translation>
    </message>
    <message>
        <source>The image folder %1 can&apos;t be listed (%2)</source>
        <translation>Der Bilderordner %1 kann nicht aufgelistet werden (%2)</translation>
    </message>
    <message>
        <source>The image folder %1 is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>Der Bilderordner %1 ist leer, wie immer, wenn seine Platte nicht eingehängt ist</translation>
    </message>
    <message>
        <source>No photo can be read here: %1</source>
        <translation>Hier lässt sich kein Foto lesen: %1</translation>
    </message>
    <message>
        <source>%1, by the certificate</source>
        <translation>%1, laut Zertifikat</translation>
    </message>
    <message>
        <source>%1, counting what isn&apos;t certified as wrong</source>
        <translation>%1, nicht Zertifiziertes als falsch gezählt</translation>
    </message>
    <message>
        <source>Nobody has looked at what %1 would assign besides, and nothing certifies it: %2 that came later.</source>
        <translation>Was %1 außerdem zuordnen würde, hat niemand angesehen, und nichts zertifiziert es: %2 aus späterer Zeit.</translation>
    </message>
    <message>
        <source>Nobody has looked at what %1 would assign besides, and nothing certifies it: %2 without a picture to compare.</source>
        <translation>Was %1 außerdem zuordnen würde, hat niemand angesehen, und nichts zertifiziert es: %2 ohne ein Bild zum Vergleichen.</translation>
    </message>
    <message>
        <source>Nobody has looked at what %1 would assign besides, and nothing certifies it: %2 that came later, %3 without a picture to compare.</source>
        <translation>Was %1 außerdem zuordnen würde, hat niemand angesehen, und nichts zertifiziert es: %2 aus späterer Zeit, %3 ohne ein Bild zum Vergleichen.</translation>
    </message>
    <message>
        <source>The certificate says that at most %1 are wrong, the estimate that about %2 of what %3 would assign is: one of the two is mistaken.</source>
        <translation>Nach dem Zertifikat sind höchstens %1 falsch, nach der Schätzung etwa %2 von dem, was %3 zuordnen würde: Eines von beiden irrt.</translation>
    </message>
    <message>
        <source>The certificate relies on the reviewer, that what was called the same is the same; the estimate on strangers scoring like the decoys.</source>
        <translation>Das Zertifikat verlässt sich darauf, dass gleich ist, was bei der Durchsicht gleich genannt wurde; die Schätzung darauf, dass Fremde Werte wie die Köder haben.</translation>
    </message>
    <message>
        <source>A second person&apos;s trial would tell, and so would a look at the answers.</source>
        <translation>Klären würden es die Prüfung einer zweiten Person und ein Blick auf die Antworten.</translation>
    </message>
    <message>
        <source>Let a second person try %1 in a trial of the same detections, which takes more proof (an E of 100), and look at the answers of the first.</source>
        <translation>Lassen Sie eine zweite Person %1 an denselben Detektionen prüfen, was mehr Belege verlangt (ein E von 100), und sehen Sie sich die Antworten der ersten an.</translation>
    </message>
    <message>
        <source>Only if that trial certifies it too: hand REID_THRESHOLD=%1 to operations.</source>
        <translation>Nur wenn auch diese Prüfung sie zertifiziert: Geben Sie REID_THRESHOLD=%1 an den Betrieb.</translation>
    </message>
    <message>
        <source>password authentication failed for user &quot;%1&quot;</source>
        <translation>Benutzer %1 wird mit diesem Passwort abgewiesen</translation>
    </message>
    <message>
        <source>role &quot;%1&quot; does not exist</source>
        <translation>Den Benutzer %1 gibt es dort nicht</translation>
    </message>
    <message>
        <source>role &quot;%1&quot; is not permitted to log in</source>
        <translation>Benutzer %1 darf sich nicht anmelden</translation>
    </message>
    <message>
        <source>database &quot;%1&quot; does not exist</source>
        <translation>Auf diesem Server gibt es keine Datenbank namens %1</translation>
    </message>
    <message>
        <source>permission denied for database &quot;%1&quot;</source>
        <translation>Kein Zugriff auf die Datenbank %1</translation>
    </message>
    <message>
        <source>fe_sendauth: no password supplied</source>
        <translation>Der Server will ein Passwort; keines ist angegeben</translation>
    </message>
    <message>
        <source>server does not support SSL, but SSL was required</source>
        <translation>Der Server hat kein TLS, aber das Profil verlangt es</translation>
    </message>
    <message>
        <source>sorry, too many clients already</source>
        <translation>Der Server hat zu viele Verbindungen</translation>
    </message>
    <message>
        <source>the database system is starting up</source>
        <translation>Der Server startet gerade</translation>
    </message>
    <message>
        <source>the database system is shutting down</source>
        <translation>Der Server wird gerade beendet</translation>
    </message>
    <message>
        <source>NOAUTH Authentication required.</source>
        <translation>Redis will ein Passwort; keines ist angegeben.</translation>
    </message>
    <message>
        <source>WRONGPASS invalid username-password pair or user is disabled.</source>
        <translation>Benutzer oder Passwort ist falsch, oder der Benutzer ist gesperrt.</translation>
    </message>
    <message>
        <source>ERR DB index is out of range</source>
        <translation>Eine Datenbank mit dieser Nummer gibt es nicht</translation>
    </message>
    <message>
        <source>LOADING Redis is loading the dataset in memory</source>
        <translation>Redis lädt noch seine Daten</translation>
    </message>
    <message>
        <source>Server closed the connection</source>
        <translation>Der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Auf diesem Port hört niemand</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>Die Gegenseite hat die Verbindung getrennt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung bei der Verbindung</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>Kein Weg zu diesem Rechner</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>Diesen Namen kennt niemand</translation>
    </message>
    <message>
        <source>no answer to TLS within %1 ms</source>
        <translation>innerhalb von %1 ms keine Antwort auf TLS</translation>
    </message>
    <message>
        <source>the connection broke while TLS began</source>
        <translation>die Verbindung brach ab, während TLS begann</translation>
    </message>
    <message>
        <source>No image folder is set</source>
        <translation>Es ist kein Bilderordner eingestellt</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>%1 is empty: no export was made yet, or its disk isn&apos;t mounted</source>
        <translation>%1 ist leer: Es wurde noch kein Export erstellt, oder der Datenträger ist nicht eingehängt</translation>
    </message>
    <message>
        <source>The export folder is empty: no export was made yet, or its disk isn&apos;t mounted</source>
        <translation>Der Exportordner ist leer: Es wurde noch kein Export erstellt, oder der Datenträger ist nicht eingehängt</translation>
    </message>
    <message>
        <source>Whether exports can be asked for can&apos;t be tested without the right to MULTI</source>
        <translation>Ob Exporte angefordert werden können, lässt sich ohne das Recht auf MULTI nicht prüfen</translation>
    </message>
    <message>
        <source>The web API answers, but reports: %1</source>
        <translation>Die Web-API antwortet, meldet aber: %1</translation>
    </message>
    <message>
        <source>not all of its answers are known here</source>
        <translation>hier sind nicht alle Antworten dazu bekannt</translation>
    </message>
    <message>
        <source>Not all of %1 could be removed</source>
        <translation>Nicht alles unter %1 ließ sich entfernen</translation>
    </message>
    <message>
        <source>%1, line %2: must be NAME=value</source>
        <translation>%1, Zeile %2: muss NAME=Wert sein</translation>
    </message>
    <message>
        <source>%1, line %2: must be text in UTF-8</source>
        <translation>%1, Zeile %2: muss Text in UTF-8 sein</translation>
    </message>
    <message>
        <source>No detections found in the selected date range (photos not read yet: %1 of %2)</source>
        <translation>Keine Detektionen im gewählten Zeitraum (noch nicht gelesene Fotos: %1 von %2)</translation>
    </message>
    <message>
        <source>%1 of %2 held to be different deer were answered Same; these are so only by the clocks of two cameras and today&apos;s coordinates</source>
        <translation>%1 von %2, die als verschiedene Tiere gelten, wurden mit „Gleich“ beantwortet; dafür sprechen nur die Uhren zweier Kameras und die heutigen Koordinaten</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 is missing</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der verknüpfte Ordner %1 fehlt</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 doesn&apos;t answer</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der verknüpfte Ordner %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 can&apos;t be looked into (%2)</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der verknüpfte Ordner %1 kann nicht geöffnet werden (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 can&apos;t be listed (%2)</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der verknüpfte Ordner %1 kann nicht aufgelistet werden (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der verknüpfte Ordner %1 ist leer, wie immer, wenn seine Platte nicht eingehängt ist</translation>
    </message>
    <message>
        <source>Not tried again: two workers ended during this export, one or both while they read this photo; why isn&apos;t known, and a new export tries it</source>
        <translation>Nicht noch einmal versucht: Zwei Worker endeten während dieses Exports, einer oder beide beim Lesen dieses Fotos; warum, ist nicht bekannt, und ein neuer Export versucht es wieder</translation>
    </message>
    <message>
        <source>No natural break at least 10% deep</source>
        <translation>Keine natürliche Lücke von mindestens 10&#xa0;% Tiefe</translation>
    </message>
    <message>
        <source>Too few different scores to look for natural breaks</source>
        <translation>Zu wenige verschiedene Werte, um natürliche Lücken zu suchen</translation>
    </message>
    <message>
        <source>All the wrong ones may be among what is left, of which at most %1 is wrong.</source>
        <translation>Alle falschen können unter den verbliebenen sein; davon sind höchstens %1 falsch.</translation>
    </message>
    <message>
        <source>Of those not assigned yet, %1 was not called the same; the threshold would assign it too.</source>
        <translation>Von den noch nicht zugeordneten wurde %1 nicht „Gleich“ genannt; die Schwelle würde auch sie zuordnen.</translation>
    </message>
    <message>
        <source>Of those not assigned yet, %1 were not called the same; the threshold would assign them too.</source>
        <translation>Von den noch nicht zugeordneten wurden %1 nicht „Gleich“ genannt; die Schwelle würde auch sie zuordnen.</translation>
    </message>
    <message>
        <source>Of %1 with a detection, %2 equal one (score 0.99 or more); whether others are the mean of theirs isn&apos;t looked at with stored scores.</source>
        <translation>Von %1 mit einer Detektion gleichen %2 einer (Wert 0,99 oder mehr); ob andere das Mittel der ihren sind, wird bei gespeicherten Werten nicht angesehen.</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the folder %1 can&apos;t be looked into (%2)</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der Ordner %1 kann nicht geöffnet werden (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the folder %1 can&apos;t be listed (%2)</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der Ordner %1 kann nicht aufgelistet werden (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the folder %1 is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>Ob es dieses Foto gibt, ist nicht zu sagen: Der Ordner %1 ist leer, wie immer, wenn seine Platte nicht eingehängt ist</translation>
    </message>
    <message>
        <source>Estimated; a trial may certify it.</source>
        <translation>Geschätzt; eine Prüfung kann es vielleicht zertifizieren.</translation>
    </message>
    <message>
        <source>A trial may certify %1 after %2 pairs of photos at best; some known pairs come on top.</source>
        <translation>Eine Prüfung kann %1 bestenfalls nach %2 Fotopaaren zertifizieren; einige bekannte Paare kommen dazu.</translation>
    </message>
    <message>
        <source>A trial may certify %1 after %2 pairs of photos at best, after about %3 where two of them are wrong; some known pairs come on top.</source>
        <translation>Eine Prüfung kann %1 bestenfalls nach %2 Fotopaaren zertifizieren, nach etwa %3, wenn zwei davon falsch sind; einige bekannte Paare kommen dazu.</translation>
    </message>
    <message>
        <source>The trial&apos;s first page says how many looks it takes on average from a stricter threshold on, known pairs among them.</source>
        <translation>Die erste Seite der Prüfung sagt, wie viele Blicke es im Mittel von einer strengeren Schwelle an braucht, bekannte Paare mitgezählt.</translation>
    </message>
    <message>
        <source>Try %1 on a sample: a reviewed trial may certify it.</source>
        <translation>Probieren Sie %1 an einer Stichprobe: Eine abgeschlossene Prüfung kann es vielleicht zertifizieren.</translation>
    </message>
</context>
<context>
    <name>Protocol</name>
    <message>
        <source>Protocol of a re-identification trial</source>
        <translation>Protokoll einer Prüfung der Wiedererkennung</translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation>Prüfung %1</translation>
    </message>
    <message>
        <source>Protocol of a trial</source>
        <translation>Protokoll einer Prüfung</translation>
    </message>
    <message>
        <source>Herdbook · made %1</source>
        <translation>Herdbook · erstellt %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Zertifiziert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>Detections covered</source>
        <translation>Abgedeckte Detektionen</translation>
    </message>
    <message>
        <source>of the trial’s pool</source>
        <translation>aus dem Pool der Prüfung</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>It holds if</source>
        <translation>Es gilt, wenn</translation>
    </message>
    <message>
        <source>Not confirmed: other trials of this pool, each of which asks for more proof, may be missing: %1.</source>
        <translation>Nicht bestätigt: Andere Prüfungen dieses Pools, von denen jede mehr Belege verlangt, fehlen vielleicht: %1.</translation>
    </message>
    <message>
        <source>Other trials of this pool on other computers, each of which would ask for more proof, are not known: the database has no journal to share them.</source>
        <translation>Andere Prüfungen dieses Pools auf anderen Rechnern, von denen jede mehr Belege verlangen würde, sind nicht bekannt: Die Datenbank hat kein Journal, um sie zu teilen.</translation>
    </message>
    <message>
        <source>Not compared with the data of the day this was made: %1.</source>
        <translation>Nicht mit den Daten des Tages verglichen, an dem dies erstellt wurde: %1.</translation>
    </message>
    <message>
        <source>Levels, strict to loose</source>
        <translation>Stufen, streng bis locker</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>Wert ab</translation>
    </message>
    <message>
        <source>Claim about</source>
        <translation>Zusage über</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>Wrong at most</source>
        <translation>Falsch max.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Not Same</source>
        <translation>Nicht gleich</translation>
    </message>
    <message>
        <source>Known pairs</source>
        <translation>Kontrollpaare</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verkannt</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>After look</source>
        <translation>Nach Blick</translation>
    </message>
    <message>
        <source>not certified</source>
        <translation>nicht zertifiziert</translation>
    </message>
    <message>
        <source>&gt; 10^8</source>
        <translation>&gt; 10^8</translation>
    </message>
    <message>
        <source>A level is certified at the first item whose e-value reaches %1, given that all stricter ones are; E prices in the reviewer through the known different pairs. Everything but “Same” counts as wrong. One false statement comes of at most %2 of 100 trials, whenever the reviewer stops.</source>
        <translation>Eine Stufe ist beim ersten Paar zertifiziert, dessen e-Wert %1 erreicht, sofern es alle strengeren sind; E rechnet den Prüfer über die Kontrollpaare ein. Alles außer „Gleich“ gilt als falsch. In höchstens %2 von 100 Prüfungen kommt eine falsche Aussage heraus, wann immer der Prüfer aufhört.</translation>
    </message>
    <message>
        <source>100</source>
        <translation>100</translation>
    </message>
    <message>
        <source>20</source>
        <translation>20</translation>
    </message>
    <message>
        <source>Where it came no further: %1, judged %2 of %3, not Same %4, known pairs %5, missed %6; E %7.</source>
        <translation>Wo es nicht weiterging: %1, beurteilt %2 von %3, nicht „Gleich“ %4, Kontrollpaare %5, verkannt %6; E %7.</translation>
    </message>
    <message>
        <source>The pool</source>
        <translation>Der Pool</translation>
    </message>
    <message>
        <source>Trial %1, begun %2 by %3; %4 of this pool</source>
        <translation>Prüfung %1, begonnen %2 von %3; %4 dieses Pools</translation>
    </message>
    <message>
        <source>trial %1</source>
        <translation>Prüfung Nr. %1</translation>
    </message>
    <message>
        <source>%1 unassigned detections have a score; %2 score under the candidate, %3 have no picture, %4 have a profile without a picture; %5 can be reviewed at %6 or more</source>
        <translation>%1 nicht zugeordnete Detektionen haben einen Wert; %2 liegen unter dem Kandidaten, %3 haben kein Bild, %4 haben ein Profil ohne Bild; %5 können bei %6 oder mehr durchgesehen werden</translation>
    </message>
    <message>
        <source>One random order for all, seed %1, drawn once for this pool; known different pairs: %2</source>
        <translation>Eine zufällige Reihenfolge für alle, Startwert %1, einmal für diesen Pool gezogen; Kontrollpaare: %2</translation>
    </message>
    <message>
        <source>Preset %1; reviewers: %2</source>
        <translation>Vorgabe %1; Prüfer: %2</translation>
    </message>
    <message>
        <source>Digest of the pool: %1</source>
        <translation>Prüfsumme des Pools: %1</translation>
    </message>
    <message>
        <source>All times are those of %1</source>
        <translation>Alle Zeiten sind die von %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>Label-free estimate at %1: %2 wrong, at most %3. The trial doesn’t use it.</source>
        <translation>Schätzung ohne Beurteilung bei %1: %2 falsch, höchstens %3. Die Prüfung nutzt sie nicht.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1; Same only if both say so</source>
        <translation>%1; „Gleich“ nur, wenn beide es sagen</translation>
    </message>
    <message>
        <source>%1; what the first doesn’t call Same goes to the second, whose answer counts</source>
        <translation>%1; was der erste nicht „Gleich“ nennt, geht an den zweiten, dessen Antwort zählt</translation>
    </message>
    <message>
        <source>Could the reviewer tell deer apart?</source>
        <translation>Konnte der Prüfer Tiere unterscheiden?</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Known different pairs seen through: %1</source>
        <translation>Durchschaute Kontrollpaare: %1</translation>
    </message>
    <message>
        <source>Keys within one second, ignored: %1</source>
        <translation>Tasten binnen einer Sekunde, ignoriert: %1</translation>
    </message>
    <message>
        <source>Answers recorded within one second: %1</source>
        <translation>Antworten binnen einer Sekunde: %1</translation>
    </message>
    <message>
        <source>Looks with a picture that failed: %1</source>
        <translation>Blicke mit einem Bild, das fehlschlug: %1</translation>
    </message>
    <message>
        <source>Median time for a pair: %1</source>
        <translation>Medianzeit für ein Paar: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Both say Same, or both don’t, for %1 of %2 pairs; Cohen’s kappa %3. It decides nothing.</source>
        <translation>Beide sagen „Gleich“, oder beide nicht, bei %1 von %2 Paaren; Cohens Kappa %3. Es entscheidet nichts.</translation>
    </message>
    <message>
        <source>What was applied</source>
        <translation>Was angewendet wurde</translation>
    </message>
    <message>
        <source>Whether anything was written to the database isn’t known: %1.</source>
        <translation>Ob etwas in die Datenbank geschrieben wurde, ist nicht bekannt: %1.</translation>
    </message>
    <message>
        <source>The database’s journal has no batch of this trial.</source>
        <translation>Das Journal der Datenbank hat keinen Stapel dieser Prüfung.</translation>
    </message>
    <message>
        <source>Batch %1, written %2 by %3: %4 detections, %5 left alone</source>
        <translation>Stapel %1, geschrieben %2 von %3: %4 Detektionen, %5 unberührt</translation>
    </message>
    <message>
        <source>Undone %1 by %2: %3 restored, %4 left alone</source>
        <translation>Zurückgenommen %1 von %2: %3 wiederhergestellt, %4 unberührt</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It holds, with doubts: %1</source>
        <translation>Es gilt, mit Zweifeln: %1</translation>
    </message>
</context>
<context>
    <name>QCalendarWidget</name>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Save the charts</source>
        <translation>Die Diagramme speichern</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>Als %1 speichern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>auto bins</source>
        <translation>auto Balken</translation>
    </message>
    <message>
        <source>%1 bins</source>
        <translation>%1 Balken</translation>
    </message>
    <message>
        <source>under 0.1%</source>
        <translation>unter 0,1&#xa0;%</translation>
    </message>
    <message>
        <source>over 99.9%</source>
        <translation>über 99,9&#xa0;%</translation>
    </message>
    <message>
        <source>fewer than one</source>
        <translation>weniger als eine</translation>
    </message>
    <message>
        <source>about %L1</source>
        <translation>etwa %L1</translation>
    </message>
    <message>
        <source>Towards %1 the bound rises: it always allows for a few wrong ones that no search can find, and of the few new detections there these would be a large share.</source>
        <translation>Gegen %1 hin steigt die Obergrenze: Sie lässt immer einige falsche zu, die keine Suche finden kann, und von den wenigen neuen Detektionen dort wären diese ein großer Anteil.</translation>
    </message>
    <message>
        <source>No deer</source>
        <translation>Kein Tier</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Kein Ort</translation>
    </message>
    <message>
        <source>No burst</source>
        <translation>Keine Serie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>since %1: the same counts</source>
        <translation>seit %1: dieselben Zahlen</translation>
    </message>
    <message>
        <source>since %1: the same counts, but other rows</source>
        <translation>seit %1: dieselben Zahlen, aber andere Zeilen</translation>
    </message>
    <message>
        <source>since %1: %2 detections, rate %3 → %4</source>
        <translation>seit %1: %2 Detektionen, Anteil %3 → %4</translation>
    </message>
    <message>
        <source>, %1 profiles</source>
        <translation>, %1 Profile</translation>
    </message>
    <message>
        <source>, recommended %1 → %2</source>
        <translation>, empfohlen %1 → %2</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Zeit unbekannt</translation>
    </message>
    <message>
        <source>the data hadn’t changed by %1</source>
        <translation>bis %1 waren die Daten unverändert</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>PostgreSQL password</source>
        <translation>PostgreSQL-Passwort</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>if the server insists</source>
        <translation>wenn der Server darauf besteht</translation>
    </message>
    <message>
        <source>if the server can</source>
        <translation>wenn der Server es kann</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>always, certificate checked</source>
        <translation>immer, Zertifikat geprüft</translation>
    </message>
    <message>
        <source>always, certificate and name checked</source>
        <translation>immer, Zertifikat und Name geprüft</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>TLS CA file</source>
        <translation>TLS-CA-Datei</translation>
    </message>
    <message>
        <source>libpq&apos;s</source>
        <translation>die von libpq</translation>
    </message>
    <message>
        <source>none (the default user)</source>
        <translation>keiner (der Standardbenutzer)</translation>
    </message>
    <message>
        <source>Redis password</source>
        <translation>Redis-Passwort</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>The authorities that Redis&apos; certificate must come from</source>
        <translation>Aussteller des Zertifikats von Redis</translation>
    </message>
    <message>
        <source>Key prefix</source>
        <translation>Schlüsselpräfix</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Celery&apos;s global_keyprefix, where it has one</source>
        <translation>Celerys global_keyprefix, falls gesetzt</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Exportordner</translation>
    </message>
    <message>
        <source>Where finished exports are found here</source>
        <translation>Wo fertige Exporte hier zu finden sind</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>For downloads where the folder isn&apos;t mounted</source>
        <translation>Für Downloads, wo der Ordner nicht eingebunden ist</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Where its /mnt/images is here; workers have their own</source>
        <translation>Wo dessen /mnt/images hier liegt; Worker haben ihren eigenen Ordner</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Decides when a day begins</source>
        <translation>Bestimmt, wann ein Tag beginnt</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>The re-identification threshold in force, 0 to 1</source>
        <translation>Die geltende Schwelle der Wiedererkennung, 0 bis 1</translation>
    </message>
    <message>
        <source>Checks its certificate where TLS is &quot;always&quot;</source>
        <translation>Prüft das Zertifikat bei TLS „immer“</translation>
    </message>
</context>
<context>
    <name>Sex</name>
    <message>
        <source>bucks</source>
        <translation>Böcke</translation>
    </message>
    <message>
        <source>does</source>
        <translation>Hirschkühe</translation>
    </message>
    <message>
        <source>fawns</source>
        <translation>Kitze</translation>
    </message>
    <message>
        <source>deer of unknown sex</source>
        <translation>Tiere unbekannten Geschlechts</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Step %1: %2, %3</source>
        <translation>Schritt %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Can’t tell</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Background only</source>
        <translation>Nur Hintergrund</translation>
    </message>
    <message>
        <source>Bad crop</source>
        <translation>Fehlausschnitt</translation>
    </message>
    <message>
        <source>Nothing is certified: trials of the first edition count for nothing.</source>
        <translation>Nichts ist zertifiziert: Prüfungen der ersten Fassung zählen nicht.</translation>
    </message>
    <message>
        <source>Nothing is certified: the certificate is withheld because %1.</source>
        <translation>Nichts ist zertifiziert; das Zertifikat wird aus diesem Grund zurückgehalten: %1.</translation>
    </message>
    <message>
        <source>At most 5% of these %1 that score %2 or more would be assigned wrongly; the way this is found out errs in at most %3 of 100 trials.</source>
        <translation>Höchstens 5&#xa0;% dieser %1 mit einem Wert von %2 oder mehr würden falsch zugeordnet; der Weg, auf dem das ermittelt wird, irrt in höchstens %3 von 100 Prüfungen.</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>Nothing is certified: under 20 detections are too few. All of them were reviewed.</source>
        <translation>Nichts ist zertifiziert: Unter 20 Detektionen sind zu wenige. Alle wurden durchgesehen.</translation>
    </message>
    <message>
        <source>Nothing is certified: under 20 detections are too few, and not all were reviewed.</source>
        <translation>Nichts ist zertifiziert: Unter 20 Detektionen sind zu wenige, und nicht alle wurden durchgesehen.</translation>
    </message>
    <message>
        <source>Nothing is certified: the review has hardly begun.</source>
        <translation>Nichts ist zertifiziert: Die Durchsicht hat kaum begonnen.</translation>
    </message>
    <message>
        <source> of the %1</source>
        <translation> der %1</translation>
    </message>
    <message>
        <source>%1 certified after that %2: known different pairs among those looks were answered Same.</source>
        <translation>%1, danach zertifiziert, %2: Kontrollpaare unter diesen Blicken wurden mit „Gleich“ beantwortet.</translation>
    </message>
    <message>
        <source>looser threshold</source>
        <translation>lockerere Schwelle</translation>
    </message>
    <message>
        <source>looser thresholds</source>
        <translation>lockerere Schwellen</translation>
    </message>
    <message>
        <source>doesn’t count</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>don’t count</source>
        <translation>zählen nicht</translation>
    </message>
    <message>
        <source>does</source>
        <translation>Hirschkühe</translation>
    </message>
    <message>
        <source>bucks</source>
        <translation>Böcke</translation>
    </message>
    <message>
        <source>fawns</source>
        <translation>Kitze</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>deer of unknown sex</source>
        <translation>Tiere unbekannten Geschlechts</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
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
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Deer %1</source>
        <translation>Tier %1</translation>
    </message>
    <message>
        <source>Can’t tell, even at the second look</source>
        <translation>„Unklar“, auch beim zweiten Blick</translation>
    </message>
    <message>
        <source>Can’t tell so far, not shown again yet</source>
        <translation>Bisher „Unklar“, noch nicht wieder gezeigt</translation>
    </message>
    <message>
        <source>Can’t tell so far, %1 not shown again yet</source>
        <translation>Bisher „Unklar“, %1 noch nicht wieder gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 known different pairs were seen through only after an answer Same was taken back.</source>
        <translation>%1 von %2 Kontrollpaaren wurden erst durchschaut, nachdem eine Antwort „Gleich“ zurückgenommen war.</translation>
    </message>
    <message>
        <source>%1 keys came within one second and were ignored, for %2 answers.</source>
        <translation>%1 Tasten kamen binnen einer Sekunde und wurden ignoriert, bei %2 Antworten.</translation>
    </message>
    <message>
        <source>Half of the pairs were judged within %1 s.</source>
        <translation>Die Hälfte der Paare wurde binnen %1 s beurteilt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 of them only after an answer Same was taken back</source>
        <translation>%1, davon %2 erst nach einer zurückgenommenen Antwort „Gleich“</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>not looked at again</source>
        <translation>nicht erneut angesehen</translation>
    </message>
    <message>
        <source>waits for the other reviewer</source>
        <translation>wartet auf den anderen Prüfer</translation>
    </message>
    <message>
        <source>not answered again</source>
        <translation>nicht erneut beantwortet</translation>
    </message>
    <message>
        <source>%1 km apart within %2 by camera clocks</source>
        <translation>%1 km Abstand binnen %2 laut Kamerauhren</translation>
    </message>
    <message>
        <source>two %1 in one photo</source>
        <translation>zwei %1 in einem Foto</translation>
    </message>
    <message>
        <source>, %1 of %2 known different pairs answered Same</source>
        <translation>, %1 von %2 Kontrollpaaren mit „Gleich“ beantwortet</translation>
    </message>
    <message>
        <source>Nothing is certified: %1 of %2 pairs%3 not answered Same%4, and the pool has no more known different pairs to go on with.</source>
        <translation>Nichts ist zertifiziert: %1 von %2 Paaren%3 nicht mit „Gleich“ beantwortet%4, und der Pool hat keine Kontrollpaare mehr, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Nothing is certified: %1 of all %2 pairs%3 not answered Same%4.</source>
        <translation>Nichts ist zertifiziert: %1 von allen %2 Paaren%3 nicht mit „Gleich“ beantwortet%4.</translation>
    </message>
    <message>
        <source>Nothing is certified yet: %1 of the first %2 pairs%3 not answered Same%4.</source>
        <translation>Noch ist nichts zertifiziert: %1 der ersten %2 Paare%3 nicht mit „Gleich“ beantwortet%4.</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>To be proven first is that at most %1 of the %2%3 at %4 or more are wrong.</source>
        <translation>Zuerst zu belegen ist, dass von %2%3 ab %4 höchstens %1 falsch sind.</translation>
    </message>
    <message>
        <source>Each pair not answered Same counts as a wrong match, and takes more pairs to make up for.</source>
        <translation>Jedes Paar, das nicht mit „Gleich“ beantwortet ist, zählt als falscher Treffer und braucht weitere Paare zum Ausgleich.</translation>
    </message>
    <message>
        <source>Known different pairs are mixed in to show whether wrong matches would be noticed; each that was answered Same takes more pairs, too.</source>
        <translation>Kontrollpaare sind eingestreut, um zu zeigen, ob falsche Treffer auffielen; jedes, das mit „Gleich“ beantwortet wurde, braucht ebenfalls weitere Paare.</translation>
    </message>
    <message>
        <source>This is trial %1 of these detections, and from the second on each takes more proof.</source>
        <translation>Dies ist die Prüfung Nummer %1 dieser Detektionen; ab der zweiten braucht jede mehr Belege.</translation>
    </message>
    <message>
        <source>Without such answers %1 would have been enough.</source>
        <translation>Ohne solche Antworten hätten %1 gereicht.</translation>
    </message>
    <message>
        <source>However the others are answered, these pairs can’t prove it any more.</source>
        <translation>Wie auch immer die übrigen beantwortet werden: Diese Paare können es nicht mehr belegen.</translation>
    </message>
    <message>
        <source>Now it takes at least %1 more, if each is answered Same and every known different pair is seen through; known pairs come on top.</source>
        <translation>Jetzt braucht es noch mindestens %1, wenn jedes mit „Gleich“ beantwortet und jedes Kontrollpaar durchschaut wird; Kontrollpaare kommen dazu.</translation>
    </message>
</context>
<context>
    <name>herdbook</name>
    <message>
        <source>Build</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>%1 (built with %2)</source>
        <translation>%1 (gebaut mit %2)</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later (GPL-3.0-or-later). You may use, change and share it; it comes without any warranty.</source>
        <translation>GNU General Public License, Version 3 oder neuer (GPL-3.0-or-later). Sie dürfen das Programm nutzen, ändern und weitergeben; es kommt ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>herdbook::AboutPanel</name>
    <message>
        <source>About Herdbook</source>
        <translation>Über Herdbook</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>Herdbook %1</source>
        <translation>Herdbook %1</translation>
    </message>
    <message>
        <source>Exports and re-identification for camera-trap deer monitoring.</source>
        <translation>Exporte und Wiedererkennung für das Hirsch-Monitoring mit Wildkameras.</translation>
    </message>
    <message>
        <source>Versions, system, screen and the state of the connection; no password.</source>
        <translation>Versionen, System, Bildschirm und Zustand der Verbindung; kein Passwort.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Not copied: the clipboard didn&apos;t take it.</source>
        <translation>Nicht kopiert: Die Zwischenablage hat es nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>herdbook::CardOverlay</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>herdbook::Clipboard</name>
    <message>
        <source>Not copied: the clipboard didn&apos;t take it</source>
        <translation>Nicht kopiert: Die Zwischenablage hat es nicht angenommen</translation>
    </message>
</context>
<context>
    <name>herdbook::DateField</name>
    <message>
        <source>%1: calendar</source>
        <translation>%1: Kalender</translation>
    </message>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>Kalender (Alt+Pfeil ab)</translation>
    </message>
</context>
<context>
    <name>herdbook::DemoStart</name>
    <message>
        <source>Go on without</source>
        <translation>Ohne weitermachen</translation>
    </message>
    <message>
        <source>The demo ranch</source>
        <translation>Die Demo-Ranch</translation>
    </message>
</context>
<context>
    <name>herdbook::Desktop</name>
    <message>
        <source>Its disk doesn&apos;t answer</source>
        <translation>Seine Platte antwortet nicht</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
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
        <source>Welcome page</source>
        <translation>Willkommensseite</translation>
    </message>
    <message>
        <source>About Herdbook</source>
        <translation>Über Herdbook</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Spoken from the next start on</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>English all the same: PDF reports, CSV, and what servers and workers say</source>
        <translation>Bleibt englisch: PDF-Berichte, CSV und Meldungen von Servern</translation>
    </message>
    <message>
        <source>Profiles, letterheads and the window&apos;s looks are kept until Herdbook closes. %1</source>
        <translation>Profile, Briefköpfe und das Aussehen des Fensters bleiben nur, bis Herdbook schließt. %1</translation>
    </message>
    <message>
        <source>The history of jobs, trials and the log of actions aren&apos;t kept. %1</source>
        <translation>Der Verlauf der Aufträge, Prüfungen und das Protokoll der Aktionen werden nicht aufbewahrt. %1</translation>
    </message>
    <message>
        <source>The history of jobs, trials and the log of actions aren&apos;t kept: %1 could not be used when this profile was opened. Open it again under Connection</source>
        <translation>Auftragsverlauf, Prüfungen und das Protokoll der Aktionen werden nicht gespeichert: %1 war beim Öffnen dieses Profils nicht benutzbar. Öffnen Sie es unter „Verbindung“ noch einmal</translation>
    </message>
    <message>
        <source>No deployment is connected yet</source>
        <translation>Noch keine Installation verbunden</translation>
    </message>
    <message>
        <source>Look around on the demo ranch, or connect to a deployment by its .env file.</source>
        <translation>Sehen Sie sich auf der Demo-Ranch um, oder verbinden Sie sich über die .env-Datei einer Installation.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>This profile can&apos;t be used</source>
        <translation>Dieses Profil kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>The demo ranch is open in another Herdbook, which doesn&apos;t answer. End that one first.</source>
        <translation>Die Demo-Ranch ist in einem anderen Herdbook offen, das nicht antwortet. Beenden Sie zuerst jenes.</translation>
    </message>
    <message>
        <source>This profile is being opened</source>
        <translation>Dieses Profil wird geöffnet</translation>
    </message>
    <message>
        <source>The disk with this user&apos;s files hasn&apos;t answered yet.</source>
        <translation>Die Platte mit den Dateien dieses Benutzers hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Herdbook speaks English from its next start</source>
        <translation>Herdbook spricht ab dem nächsten Start Englisch</translation>
    </message>
    <message>
        <source>Herdbook speaks German from its next start</source>
        <translation>Herdbook spricht ab dem nächsten Start Deutsch</translation>
    </message>
    <message>
        <source>Herdbook speaks Spanish from its next start</source>
        <translation>Herdbook spricht ab dem nächsten Start Spanisch</translation>
    </message>
    <message>
        <source>Herdbook speaks the desktop&apos;s language from its next start</source>
        <translation>Herdbook spricht ab dem nächsten Start die Sprache des Desktops</translation>
    </message>
    <message>
        <source>The demo ranch is starting</source>
        <translation>Die Demo-Ranch startet</translation>
    </message>
    <message>
        <source>It opens by itself as soon as it runs.</source>
        <translation>Sie öffnet sich von selbst, sobald sie läuft.</translation>
    </message>
    <message>
        <source>Show how far it is</source>
        <translation>Zeigen, wie weit sie ist</translation>
    </message>
</context>
<context>
    <name>herdbook::Instance</name>
    <message>
        <source>Herdbook is open already, but hasn&apos;t answered for %1 s. It may still be starting: look for its window, or end it and start again.</source>
        <translation>Herdbook ist bereits geöffnet, antwortet aber seit %1 s nicht. Vielleicht startet es noch: Suchen Sie sein Fenster, oder beenden Sie es und starten Sie erneut.</translation>
    </message>
</context>
<context>
    <name>herdbook::KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>herdbook::MainWindow</name>
    <message>
        <source>Herdbook</source>
        <translation>Herdbook</translation>
    </message>
    <message>
        <source>Exports (Ctrl+1)</source>
        <translation>Exporte (Ctrl+1)</translation>
    </message>
    <message>
        <source>Re-identification (Ctrl+2)</source>
        <translation>Wiedererkennung (Ctrl+2)</translation>
    </message>
    <message>
        <source>Trial of a threshold (Ctrl+3)</source>
        <translation>Prüfung einer Schwelle (Ctrl+3)</translation>
    </message>
    <message>
        <source>Connection (Ctrl+4)</source>
        <translation>Verbindung (Ctrl+4)</translation>
    </message>
    <message>
        <source>Keys of this screen	F1</source>
        <translation>Tasten dieser Ansicht	F1</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Appearance, keys, welcome page, about (F10)</source>
        <translation>Darstellung, Tasten, Willkommensseite, Über (F10)</translation>
    </message>
    <message>
        <source>%1 is not part of this build yet</source>
        <translation>%1 gehört noch nicht zu dieser Fassung</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Re-ID</source>
        <translation>Re-ID</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Ctrl+1 / 2 / 3 / 4</source>
        <translation>Ctrl+1 / 2 / 3 / 4</translation>
    </message>
    <message>
        <source>Exports, Re-ID, Trial, Connection</source>
        <translation>Exporte, Re-ID, Prüfung, Verbindung</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Refresh, or analyze again</source>
        <translation>Aktualisieren oder neu analysieren</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>New export</source>
        <translation>Neuer Export</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>F6 / Shift+F6</source>
        <translation>F6 / Shift+F6</translation>
    </message>
    <message>
        <source>Next or previous pane</source>
        <translation>Nächster oder voriger Bereich</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo a removal, while it is offered</source>
        <translation>Ein Entfernen rückgängig machen, solange es angeboten wird</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the inner thing</source>
        <translation>Das Innere verlassen</translation>
    </message>
    <message>
        <source>F10</source>
        <translation>F10</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>herdbook::PlaceholderRows</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>herdbook::Rail</name>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>herdbook::SegmentedControl</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>herdbook::StartWindow</name>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>The first start makes the data and draws the photos; later ones take a few seconds.</source>
        <translation>Der erste Start erzeugt die Daten und zeichnet die Fotos; spätere dauern wenige Sekunden.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The demo ranch could not be started.</source>
        <translation>Die Demo-Ranch konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>herdbook::StatusCell</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>herdbook::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Site time</source>
        <translation>Ranchzeit</translation>
    </message>
    <message>
        <source>not heard since %1</source>
        <translation>nichts gehört seit %1</translation>
    </message>
    <message>
        <source>It is asked every few seconds, and the last question hasn&apos;t come back</source>
        <translation>Alle paar Sekunden wird gefragt, und die letzte Frage ist nicht beantwortet</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>No deployment is connected yet</source>
        <translation>Noch keine Installation verbunden</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Connected; a round trip takes %1 ms</source>
        <translation>Verbunden; eine Anfrage samt Antwort dauert %1 ms</translation>
    </message>
    <message>
        <source>refused since %1</source>
        <translation>abgelehnt seit %1</translation>
    </message>
    <message>
        <source>unreachable since %1</source>
        <translation>unerreichbar seit %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown (%1 at %2)</source>
        <translation>unbekannt (%1 um %2)</translation>
    </message>
    <message>
        <source>As last seen; nothing was heard of Redis since</source>
        <translation>Wie zuletzt gesehen; seither war von Redis nichts zu hören</translation>
    </message>
    <message>
        <source>As last seen; Redis is unreachable</source>
        <translation>Wie zuletzt gesehen; Redis ist nicht erreichbar</translation>
    </message>
    <message>
        <source>none online</source>
        <translation>keiner online</translation>
    </message>
    <message>
        <source>%1 online</source>
        <translation>%1 online</translation>
    </message>
    <message>
        <source>%1 not ready</source>
        <translation>%1 nicht bereit</translation>
    </message>
    <message>
        <source>%1 to note</source>
        <translation>%1 zu beachten</translation>
    </message>
    <message>
        <source>%1 of Herdbook by their lease, %2 Python workers by their heartbeat</source>
        <translation>%1 von Herdbook nach ihrer Frist, %2 Python-Worker nach ihrem Lebenszeichen</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1, read only</source>
        <translation>%1, nur lesen</translation>
    </message>
    <message>
        <source>can&apos;t store</source>
        <translation>speichert nicht</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message>
        <source>As last seen; Redis refuses the connection</source>
        <translation>Wie zuletzt gesehen; Redis lehnt die Verbindung ab</translation>
    </message>
    <message>
        <source>Exports wait until a worker can work; those asked for in Herdbook wait an hour</source>
        <translation>Exporte warten, bis ein Worker arbeiten kann; in Herdbook angeforderte warten eine Stunde</translation>
    </message>
    <message>
        <source>Exports wait until a worker is started; those asked for in Herdbook wait an hour</source>
        <translation>Exporte warten, bis ein Worker gestartet wird; in Herdbook angeforderte warten eine Stunde</translation>
    </message>
</context>
<context>
    <name>herdbook::Tour</name>
    <message>
        <source>the folder %1 can&apos;t be made</source>
        <translation>der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Opening the exports</source>
        <translation>Die Exporte werden geöffnet</translation>
    </message>
    <message>
        <source>Waiting for the report</source>
        <translation>Warten auf den Bericht</translation>
    </message>
    <message>
        <source>Waiting for the data set</source>
        <translation>Warten auf den Datensatz</translation>
    </message>
    <message>
        <source>Saving the files</source>
        <translation>Die Dateien werden gespeichert</translation>
    </message>
    <message>
        <source>a finished file can&apos;t be copied</source>
        <translation>eine fertige Datei kann nicht kopiert werden</translation>
    </message>
    <message>
        <source>Choosing the finished report</source>
        <translation>Der fertige Bericht wird gewählt</translation>
    </message>
    <message>
        <source>Analyzing the scores</source>
        <translation>Die Werte werden analysiert</translation>
    </message>
    <message>
        <source>Looking what a trial can certify</source>
        <translation>Es wird nachgesehen, was eine Prüfung zertifizieren kann</translation>
    </message>
    <message>
        <source>Filling in the form: %1</source>
        <translation>Das Formular wird ausgefüllt: %1</translation>
    </message>
    <message>
        <source>Asking for it</source>
        <translation>Der Export wird angefordert</translation>
    </message>
    <message>
        <source>Taking a picture: %1</source>
        <translation>Ein Bild wird aufgenommen: %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The tour made:</source>
        <translation>Der Rundgang erstellte:</translation>
    </message>
    <message>
        <source>&quot;%1&quot; took longer than %2 s</source>
        <translation>„%1“ dauerte länger als %2 s</translation>
    </message>
    <message>
        <source>The tour ended early: %1.</source>
        <translation>Der Rundgang endete vorzeitig: %1.</translation>
    </message>
    <message>
        <source>How it looked: %1</source>
        <translation>So sah es aus: %1</translation>
    </message>
    <message>
        <source>the job failed: %1</source>
        <translation>der Auftrag schlug fehl: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::connection</name>
    <message>
        <source>A keychain in this desktop session would keep them: GNOME Keyring, KWallet or KeePassXC. Or give them at each start by --env or as environment variables.</source>
        <translation>Ein Schlüsselbund in dieser Desktop-Sitzung würde sie aufbewahren: GNOME Keyring, KWallet oder KeePassXC. Oder Sie geben sie bei jedem Start mit --env oder als Umgebungsvariablen an.</translation>
    </message>
    <message>
        <source>Perhaps it waits for its password in a window of its own. If there is none, sign out of the desktop and in again.</source>
        <translation>Vielleicht wartet er in einem eigenen Fenster auf sein Passwort. Gibt es keines, melden Sie sich vom Desktop ab und wieder an.</translation>
    </message>
    <message>
        <source>All of a profile but its passwords is kept in %1, where that can be written.</source>
        <translation>Alles von einem Profil außer seinen Passwörtern steht in %1, sofern sich diese Datei schreiben lässt.</translation>
    </message>
    <message>
        <source>%1: passwords are kept until Herdbook closes, never on disk</source>
        <translation>%1: Passwörter bleiben nur, bis Herdbook schließt, nie auf der Platte</translation>
    </message>
    <message>
        <source>Unlock it, and save a password: Herdbook then asks it again for all that it refused. Or start Herdbook again.</source>
        <translation>Entsperren Sie ihn und speichern Sie ein Passwort: Dann fragt Herdbook ihn noch einmal nach allem, was er abgelehnt hat. Oder starten Sie Herdbook neu.</translation>
    </message>
    <message>
        <source>%1: removed passwords may still be in it, new ones are kept until Herdbook closes</source>
        <translation>%1: Entfernte Passwörter liegen vielleicht noch darin, neue bleiben nur, bis Herdbook schließt</translation>
    </message>
    <message>
        <source>%1: new passwords are kept until Herdbook closes</source>
        <translation>%1: Neue Passwörter bleiben nur, bis Herdbook schließt</translation>
    </message>
    <message>
        <source>Passwords are kept in the desktop&apos;s keychain; while it is locked, until Herdbook closes</source>
        <translation>Passwörter liegen im Schlüsselbund des Desktops; solange er gesperrt ist, nur bis Herdbook schließt</translation>
    </message>
    <message>
        <source>Passwords are kept in the desktop&apos;s keychain; without one, or while it is locked, until Herdbook closes</source>
        <translation>Passwörter liegen im Schlüsselbund des Desktops; ohne ihn, oder solange er gesperrt ist, nur bis Herdbook schließt</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::CheckList</name>
    <message>
        <source>Testing</source>
        <translation>Test läuft</translation>
    </message>
    <message>
        <source>up to 10 s</source>
        <translation>bis zu 10 s</translation>
    </message>
    <message>
        <source>Tested %1</source>
        <translation>Getestet %1</translation>
    </message>
    <message>
        <source>Test passed. %1</source>
        <translation>Test bestanden. %1</translation>
    </message>
    <message>
        <source>Test failed. %1</source>
        <translation>Test nicht bestanden. %1</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::CheckRunner</name>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ConnectionModel</name>
    <message>
        <source>Demo ranch</source>
        <translation>Demo-Ranch</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>is missing; the server wants one</source>
        <translation>fehlt; der Server verlangt eines</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Import .env…</source>
        <translation>.env importieren…</translation>
    </message>
    <message>
        <source>Make a profile of a deployment&apos;s .env file</source>
        <translation>Ein Profil aus der .env-Datei einer Installation anlegen</translation>
    </message>
    <message>
        <source>Back to the profiles</source>
        <translation>Zurück zu den Profilen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Read only: hide what writes</source>
        <translation>Nur lesen: verbirgt, was schreibt</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Ranch</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>The demo ranch makes its own passwords and keeps them in its folder</source>
        <translation>Die Demo-Ranch erzeugt ihre Passwörter selbst und bewahrt sie in ihrem Ordner auf</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save and use</source>
        <translation>Speichern und benutzen</translation>
    </message>
    <message>
        <source>The demo ranch runs on private servers of its own; duplicate it to change something</source>
        <translation>Die Demo-Ranch läuft auf eigenen Servern; duplizieren Sie sie, um etwas zu ändern</translation>
    </message>
    <message>
        <source>Also kept from the imported .env: %1</source>
        <translation>Aus der importierten .env auch behalten: %1</translation>
    </message>
    <message>
        <source>One value needs to be put right</source>
        <translation>Ein Wert muss berichtigt werden</translation>
    </message>
    <message>
        <source>%1 values need to be put right</source>
        <translation>%1 Werte müssen berichtigt werden</translation>
    </message>
    <message>
        <source>Use this profile</source>
        <translation>Dieses Profil benutzen</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Run all tests</source>
        <translation>Alle Tests ausführen</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Das Profil speichern</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove the profile (in the list)</source>
        <translation>Das Profil entfernen (in der Liste)</translation>
    </message>
    <message>
        <source>The demo ranch isn&apos;t running; it is started here, or on the welcome page</source>
        <translation>Die Demo-Ranch läuft nicht; gestartet wird sie hier oder auf der Willkommensseite</translation>
    </message>
    <message>
        <source>Start the demo ranch</source>
        <translation>Die Demo-Ranch starten</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::EnvCard</name>
    <message>
        <source>Connect to a deployment</source>
        <translation>Mit einer Installation verbinden</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Read from its .env file; each line is tested as soon as it is known. The file is not changed.</source>
        <translation>Aus ihrer .env-Datei gelesen; jede Zeile wird getestet, sobald sie bekannt ist. Die Datei wird nicht verändert.</translation>
    </message>
    <message>
        <source>The deployment&apos;s .env file</source>
        <translation>Die .env-Datei der Installation</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Type it all by hand</source>
        <translation>Alles von Hand eingeben</translation>
    </message>
    <message>
        <source>Connect without Redis</source>
        <translation>Ohne Redis verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Drop a .env file here or choose it</source>
        <translation>Ziehen Sie eine .env-Datei hierher, oder wählen Sie eine</translation>
    </message>
    <message>
        <source>%1 settings, %2 used</source>
        <translation>%1 Einstellungen, %2 benutzt</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Test läuft</translation>
    </message>
    <message>
        <source>%1 of %2 need you</source>
        <translation>%1 von %2 brauchen Ihre Eingabe</translation>
    </message>
    <message>
        <source>1 left out</source>
        <translation>1 ausgelassen</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>Not all is tested</source>
        <translation>Noch nicht alles ist getestet</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>Alles da</translation>
    </message>
    <message>
        <source>Redis is needed for exports</source>
        <translation>Für Exporte wird Redis gebraucht</translation>
    </message>
    <message>
        <source>Connect (Ctrl+Enter)</source>
        <translation>Verbinden (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The tests are running</source>
        <translation>Die Tests laufen</translation>
    </message>
    <message>
        <source>Something is red yet</source>
        <translation>Etwas ist noch rot</translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation>Wählen Sie zuerst eine Datei</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>Nicht benutzt: %1</translation>
    </message>
    <message>
        <source>1 of %1 needs you</source>
        <translation>1 von %1 braucht Ihre Eingabe</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::EnvImport</name>
    <message>
        <source>%1 holds no settings</source>
        <translation>%1 enthält keine Einstellungen</translation>
    </message>
    <message>
        <source>Nothing in %1 is a setting Herdbook knows. Is it the deployment&apos;s .env?</source>
        <translation>Nichts in %1 ist eine Einstellung, die Herdbook kennt. Ist es die .env der Installation?</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Exportordner</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>no host</source>
        <translation>kein Host</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>%1 at %2, port %3</source>
        <translation>%1 auf %2, Port %3</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lesen und schreiben</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, Port %2</translation>
    </message>
    <message>
        <source>waits for PostgreSQL</source>
        <translation>wartet auf PostgreSQL</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>testing, up to 10 s</source>
        <translation>wird getestet, bis zu 10 s</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>nothing to tell</source>
        <translation>nichts zu melden</translation>
    </message>
    <message>
        <source>waits for the rows above</source>
        <translation>wartet auf die Zeilen darüber</translation>
    </message>
    <message>
        <source>A name that only the deployment&apos;s own machines know does not do here. The address as seen from this machine:</source>
        <translation>Ein Name, den nur die Rechner der Installation kennen, genügt hier nicht. Die Adresse von diesem Rechner aus gesehen:</translation>
    </message>
    <message>
        <source>%1 is empty in this file. Type it here:</source>
        <translation>%1 ist in dieser Datei leer. Geben Sie es hier ein:</translation>
    </message>
    <message>
        <source>The one in this file does not do. Type the right one here:</source>
        <translation>Das in dieser Datei stimmt nicht. Geben Sie hier das richtige ein:</translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation>nicht in dieser Datei</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>wird getestet</translation>
    </message>
    <message>
        <source>can be read</source>
        <translation>lesbar</translation>
    </message>
    <message>
        <source>Where is this folder on this machine? Without it everything but pictures works.</source>
        <translation>Wo ist dieser Ordner auf diesem Rechner? Ohne ihn geht alles außer Bildern.</translation>
    </message>
    <message>
        <source>Where is this folder on this machine? Without it finished exports can&apos;t be opened here.</source>
        <translation>Wo ist dieser Ordner auf diesem Rechner? Ohne ihn lassen sich fertige Exporte hier nicht öffnen.</translation>
    </message>
    <message>
        <source>is needed</source>
        <translation>wird gebraucht</translation>
    </message>
    <message>
        <source>taken over, now %1</source>
        <translation>übernommen, jetzt %1</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>not in this file: this machine&apos;s is taken</source>
        <translation>nicht in dieser Datei: es gilt die dieses Rechners</translation>
    </message>
    <message>
        <source>not in this file: the usual 0.70 is taken</source>
        <translation>nicht in dieser Datei: es gilt die übliche 0,70</translation>
    </message>
    <message>
        <source>It decides when a day begins. The site&apos;s own:</source>
        <translation>Sie bestimmt, wann ein Tag beginnt. Die der Ranch:</translation>
    </message>
    <message>
        <source>The one the deployment works with:</source>
        <translation>Die, mit der die Installation arbeitet:</translation>
    </message>
    <message>
        <source>Where is this file on this machine?</source>
        <translation>Wo ist diese Datei auf diesem Rechner?</translation>
    </message>
    <message>
        <source>What answers there may be something else. The right host and port:</source>
        <translation>Dort antwortet vielleicht etwas anderes. Der richtige Host und Port:</translation>
    </message>
    <message>
        <source>line %1 must be NAME=value</source>
        <translation>Zeile %1 muss NAME=Wert sein</translation>
    </message>
    <message>
        <source>The one you typed does not do. Type the right one here:</source>
        <translation>Das eingegebene stimmt nicht. Geben Sie hier das richtige ein:</translation>
    </message>
    <message>
        <source>%1 is not in this file. Type it here:</source>
        <translation>%1 steht nicht in dieser Datei. Geben Sie es hier ein:</translation>
    </message>
    <message>
        <source>not in this file: the usual %1 is taken; %2</source>
        <translation>nicht in dieser Datei: der übliche Ordner %1 wird genommen; %2</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::EnvRow</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::FieldGrid</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Set by %1 (environment)</source>
        <translation>Von %1 gesetzt (Umgebung)</translation>
    </message>
    <message>
        <source>Set by %1 (--env)</source>
        <translation>Von %1 gesetzt (--env)</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ProfileListModel</name>
    <message>
        <source>private servers on this machine</source>
        <translation>eigene Server auf diesem Rechner</translation>
    </message>
    <message>
        <source>, in use</source>
        <translation>, aktiv</translation>
    </message>
    <message>
        <source>, read only</source>
        <translation>, nur lesen</translation>
    </message>
    <message>
        <source>Changes aren&apos;t saved</source>
        <translation>Änderungen sind nicht gespeichert</translation>
    </message>
    <message>
        <source>, changes aren&apos;t saved</source>
        <translation>, Änderungen nicht gespeichert</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ProfilePanel</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation>Noch kein Profil</translation>
    </message>
    <message>
        <source>Fill in the form and save it, or import the deployment&apos;s .env file.</source>
        <translation>Füllen Sie das Formular aus und speichern Sie es, oder importieren Sie die .env-Datei der Installation.</translation>
    </message>
    <message>
        <source>The demo ranch stays in the list</source>
        <translation>Die Demo-Ranch bleibt in der Liste</translation>
    </message>
    <message>
        <source>There is no profile to remove yet</source>
        <translation>Es gibt noch kein Profil zum Entfernen</translation>
    </message>
    <message>
        <source>The environment sets this profile; it isn&apos;t stored here</source>
        <translation>Dieses Profil kommt aus der Umgebung; es ist hier nicht gespeichert</translation>
    </message>
    <message>
        <source>Removed %1. %2 is in use now</source>
        <translation>%1 entfernt. Jetzt ist %2 in Gebrauch</translation>
    </message>
    <message>
        <source>The demo ranch&apos;s servers are others at each start; a copy would lead nowhere</source>
        <translation>Die Server der Demo-Ranch sind bei jedem Start andere; eine Kopie führte ins Leere</translation>
    </message>
    <message>
        <source>There is no profile to duplicate yet</source>
        <translation>Es gibt noch kein Profil zum Duplizieren</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to Herdbook</source>
        <translation>Willkommen bei Herdbook</translation>
    </message>
    <message>
        <source>It reads what your cameras saw, makes reports of it, and shows how far the automatic re-identification can be trusted.</source>
        <translation>Es liest, was Ihre Kameras gesehen haben, macht Berichte daraus und zeigt, wie weit der automatischen Wiedererkennung zu trauen ist.</translation>
    </message>
    <message>
        <source>All of this is also under Connection and in the menu at the lower left.</source>
        <translation>All das finden Sie auch unter „Verbindung“ und im Menü unten links.</translation>
    </message>
    <message>
        <source>Demo ranch</source>
        <translation>Demo-Ranch</translation>
    </message>
    <message>
        <source>Look around on the demo ranch</source>
        <translation>Auf der Demo-Ranch umsehen</translation>
    </message>
    <message>
        <source>A made-up ranch with 14 months of detections, on servers of its own on this machine. Nothing of yours is touched.</source>
        <translation>Eine erfundene Ranch mit 14 Monaten Detektionen, auf eigenen Servern auf diesem Rechner. Nichts von Ihnen wird berührt.</translation>
    </message>
    <message>
        <source>Demo ranch: progress</source>
        <translation>Demo-Ranch: Fortschritt</translation>
    </message>
    <message>
        <source>Start the demo ranch</source>
        <translation>Die Demo-Ranch starten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>I&apos;ll do it later</source>
        <translation>Das mache ich später</translation>
    </message>
    <message>
        <source>Opens the program as it is. Everything waits for a connection; this page comes back from the menu at the lower left.</source>
        <translation>Öffnet das Programm, wie es ist. Alles wartet auf eine Verbindung; diese Seite finden Sie im Menü unten links wieder.</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Ohne weitermachen</translation>
    </message>
    <message>
        <source>a few seconds, about 40 s the first time</source>
        <translation>einige Sekunden, beim ersten Mal etwa 40 s</translation>
    </message>
    <message>
        <source>It is open.</source>
        <translation>Sie ist offen.</translation>
    </message>
    <message>
        <source>It is open. %1</source>
        <translation>Sie ist offen. %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Read the file; in a field: test its row</source>
        <translation>Die Datei lesen; in einem Feld: seine Zeile testen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the start of the demo ranch</source>
        <translation>Den Start der Demo-Ranch abbrechen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Open the demo ranch</source>
        <translation>Die Demo-Ranch öffnen</translation>
    </message>
    <message>
        <source>Its servers run; it opens at once.</source>
        <translation>Ihre Server laufen; sie öffnet sich sofort.</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 ist offen</translation>
    </message>
    <message>
        <source>It stays open until you choose something else here.</source>
        <translation>Bleibt offen, bis Sie hier etwas anderes wählen.</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to what is open</source>
        <translation>Zurück zu dem, was offen ist</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::AnswerBar</name>
    <message>
        <source>Is this the same deer?</source>
        <translation>Ist das dasselbe Tier?</translation>
    </message>
    <message>
        <source>Note (T)</source>
        <translation>Notiz (T)</translation>
    </message>
    <message>
        <source>Note on this pair</source>
        <translation>Notiz zu diesem Paar</translation>
    </message>
    <message>
        <source>Wheel zooms both; hold</source>
        <translation>Mausrad zoomt beide;</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>for the animal</source>
        <translation>halten für das Tier</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Each answer is kept at once. Can’t tell comes back once. Scores, counts, dates and places are shown after Finish.</source>
        <translation>Jede Antwort wird sofort gespeichert. „Unklar“ kommt einmal wieder. Werte, Zahlen, Daten und Orte sehen Sie nach „Beenden“.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::AnswerShares</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ApplyDesk</name>
    <message>
        <source>There is a journal, but the role %1 may not look into it. It lacks %2</source>
        <translation>Es gibt ein Journal, aber die Rolle %1 darf es nicht lesen. Ihr fehlt %2</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>whose profile is gone</source>
        <translation>deren Profil fehlt</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>marked as duplicates</source>
        <translation>als Duplikat markiert</translation>
    </message>
    <message>
        <source>of the other sex</source>
        <translation>vom anderen Geschlecht</translation>
    </message>
    <message>
        <source>reviewed by a person</source>
        <translation>von Menschen geprüft</translation>
    </message>
    <message>
        <source>written by a later batch, which has to be undone first</source>
        <translation>von einem späteren Stapel geschrieben, der zuerst zurückgenommen werden muss</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seitdem geändert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 as before: %2</source>
        <translation>%1 wie zuvor: %2</translation>
    </message>
    <message>
        <source>row stays</source>
        <translation>Zeile bleibt</translation>
    </message>
    <message>
        <source>rows stay</source>
        <translation>Zeilen bleiben</translation>
    </message>
    <message>
        <source>the database hasn’t answered yet</source>
        <translation>die Datenbank hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>this database has no journal of what was written</source>
        <translation>diese Datenbank hat kein Journal dessen, was geschrieben wurde</translation>
    </message>
    <message>
        <source>PostgreSQL is away:</source>
        <translation>PostgreSQL ist nicht erreichbar:</translation>
    </message>
    <message>
        <source>Not read:</source>
        <translation>Nicht gelesen:</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>Nicht ausgeführt:</translation>
    </message>
    <message>
        <source>Done, but the journal couldn’t be read back:</source>
        <translation>Ausgeführt, aber das Journal ließ sich nicht erneut lesen:</translation>
    </message>
    <message>
        <source>It isn’t known whether this was done:</source>
        <translation>Nicht bekannt ist, ob dies ausgeführt wurde:</translation>
    </message>
    <message>
        <source>The journal has no such batch</source>
        <translation>Das Journal hat keinen solchen Stapel</translation>
    </message>
    <message>
        <source>Please enter this profile’s password.</source>
        <translation>Bitte geben Sie das Passwort dieses Profils ein.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ApplyPanel</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>now %L1 of %L2</source>
        <translation>jetzt %L1 von %L2</translation>
    </message>
    <message>
        <source>%1 → %2 of %3</source>
        <translation>%1 → %2 von %3</translation>
    </message>
    <message>
        <source>Apply to what was reviewed</source>
        <translation>Auf Durchgesehenes anwenden</translation>
    </message>
    <message>
        <source>Preview, nothing written yet</source>
        <translation>Vorschau, nichts geschrieben</translation>
    </message>
    <message>
        <source>Copy the GRANTs</source>
        <translation>GRANTs kopieren</translation>
    </message>
    <message>
        <source>All detections</source>
        <translation>Alle Detektionen</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Durchgesehen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>To hand over; later photos aren’t covered</source>
        <translation>Zum Weitergeben; spätere Fotos sind nicht abgedeckt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1 (F5 tries again)</source>
        <translation>%1 (F5 versucht es erneut)</translation>
    </message>
    <message>
        <source>Set up the journal…</source>
        <translation>Journal einrichten…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Save preview…</source>
        <translation>Vorschau speichern…</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Where this is said</source>
        <translation>Wo das steht</translation>
    </message>
    <message>
        <source>Here, in the first sentence of the protocol, and in the journal:</source>
        <translation>Hier, im ersten Satz des Protokolls und im Journal:</translation>
    </message>
    <message>
        <source>Copy sentence</source>
        <translation>Satz kopieren</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>Nicht angeboten</translation>
    </message>
    <message>
        <source>Nothing can be written from this trial</source>
        <translation>Aus dieser Prüfung kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>Nothing to write yet</source>
        <translation>Noch nichts zu schreiben</translation>
    </message>
    <message>
        <source>Its answers were given without telling deer apart. Writing them would give detections a profile that nobody has checked.</source>
        <translation>Ihre Antworten wurden gegeben, ohne Tiere auseinanderzuhalten. Würden sie geschrieben, bekämen Detektionen ein Profil, das niemand geprüft hat.</translation>
    </message>
    <message>
        <source>What others answered, or tried on this pool, isn’t known: %1. F5 judges again.</source>
        <translation>Was andere geantwortet oder an diesem Pool versucht haben, ist nicht bekannt: %1. F5 urteilt noch einmal.</translation>
    </message>
    <message>
        <source>The certificate is withheld; without one nothing is written.</source>
        <translation>Das Zertifikat wird zurückgehalten; ohne Zertifikat wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>What was answered last isn’t saved; save it in the review</source>
        <translation>Was zuletzt geantwortet wurde, ist nicht gespeichert; speichern Sie es in der Durchsicht</translation>
    </message>
    <message>
        <source>Nothing is written without a certificate.</source>
        <translation>Ohne Zertifikat wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Auf %1 anwenden</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>The role %1 lacks %2</source>
        <translation>Der Rolle %1 fehlt %2</translation>
    </message>
    <message>
        <source>Upgrade the journal…</source>
        <translation>Journal aktualisieren…</translation>
    </message>
    <message>
        <source>+%L1 written</source>
        <translation>+%L1 geschrieben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Undone: %1 restored</source>
        <translation>Zurückgenommen: %1 wiederhergestellt</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Geschrieben von %1</translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <translation>Nichts anzuwenden</translation>
    </message>
    <message>
        <source>Preview; what was written isn’t known</source>
        <translation>Vorschau; Geschriebenes unbekannt</translation>
    </message>
    <message>
        <source>Undo left alone what had changed since the batch: %1, first in the table.</source>
        <translation>Nicht zurückgenommen, weil seit dem Stapel geändert: %1, oben in der Tabelle.</translation>
    </message>
    <message>
        <source>Written %1, in one transaction. Undo puts back what nobody has touched since, sighting counts too, and lists the rest.</source>
        <translation>Geschrieben %1, in einer Transaktion. Zurücknehmen stellt wieder her, was seither niemand geändert hat, auch Sichtungszahlen, und listet den Rest auf.</translation>
    </message>
    <message>
        <source>Changed since the trial began, so left alone: %1, first in the table with the reason.</source>
        <translation>Seit Beginn der Prüfung geändert und deshalb unberührt: %1, mit Grund oben in der Tabelle.</translation>
    </message>
    <message>
        <source>All or none is written; rows someone else changes meanwhile are left alone and listed.</source>
        <translation>Es wird alles oder nichts geschrieben; Zeilen, die inzwischen jemand anderes ändert, bleiben unberührt und werden aufgelistet.</translation>
    </message>
    <message>
        <source>Whether scores, sexes and profiles are still those of the trial was not compared: %1. Each row is looked at by itself all the same.</source>
        <translation>Nicht verglichen wurde, ob Werte, Geschlechter und Profile noch die der Prüfung sind: %1. Jede Zeile wird trotzdem für sich geprüft.</translation>
    </message>
    <message>
        <source>What others answered meanwhile may be missing.</source>
        <translation>Was andere inzwischen geantwortet haben, fehlt vielleicht.</translation>
    </message>
    <message>
        <source>Preview only:</source>
        <translation>Nur Vorschau:</translation>
    </message>
    <message>
        <source>the role %1 lacks %2. An owner of the tables can grant it.</source>
        <translation>der Rolle %1 fehlt %2. Ein Eigentümer der Tabellen kann das gewähren.</translation>
    </message>
    <message>
        <source>this server is read-only now (a standby, or set so).</source>
        <translation>dieser Server kann derzeit nur lesen (ein Standby oder so eingestellt).</translation>
    </message>
    <message>
        <source>the journal in this database was made by a newer Herdbook.</source>
        <translation>das Journal in dieser Datenbank stammt von einem neueren Herdbook.</translation>
    </message>
    <message>
        <source>No journal yet:</source>
        <translation>Noch kein Journal:</translation>
    </message>
    <message>
        <source>the role %1 may not create the schema herdbook in this database.</source>
        <translation>die Rolle %1 darf das Schema herdbook in dieser Datenbank nicht anlegen.</translation>
    </message>
    <message>
        <source>Write %1?</source>
        <translation>%1 schreiben?</translation>
    </message>
    <message>
        <source>Save preview</source>
        <translation>Vorschau speichern</translation>
    </message>
    <message>
        <source>Under way elsewhere:</source>
        <translation>Anderswo im Gang:</translation>
    </message>
    <message>
        <source>%1. Until that is done nothing is applied or undone here; it is looked at again by itself.</source>
        <translation>%1. Bis das fertig ist, wird hier nichts angewandt oder zurückgenommen; es wird von selbst wieder nachgesehen.</translation>
    </message>
    <message>
        <source>In doubt: not before a second person’s trial certifies it too</source>
        <translation>Zweifelhaft: nicht, bevor die Prüfung einer zweiten Person sie auch zertifiziert</translation>
    </message>
    <message>
        <source>The other %L1 of the certificate get a profile when operations set this; later photos aren’t covered.</source>
        <translation>Die anderen %L1 des Zertifikats bekommen ein Profil, wenn der Betrieb dies setzt; spätere Fotos sind nicht abgedeckt.</translation>
    </message>
    <message>
        <source>Apply writes %1, looked at and answered Same. %2</source>
        <translation>Anwenden schreibt %1 mit der Antwort „Gleich“. %2</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::AssumptionsCard</name>
    <message>
        <source>It holds if</source>
        <translation>Es gilt, wenn</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::BatchDetails</name>
    <message>
        <source>Open the trial</source>
        <translation>Prüfung öffnen</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Nobody is held up: if a table is in use for over 5 s, it says by whom and nothing is changed.</source>
        <translation>Niemand wird aufgehalten: Ist eine Tabelle länger als 5 s belegt, steht hier, von wem, und nichts wird geändert.</translation>
    </message>
    <message>
        <source>Choose a row to see what it did</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, was sie bewirkt hat</translation>
    </message>
    <message>
        <source>Trial of %1</source>
        <translation>Prüfung vom %1</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Zertifiziert</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Kein Zertifikat</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Detections covered</source>
        <translation>Abgedeckte Detektionen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Batch of %1</source>
        <translation>Stapel vom %1</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>%1: reviewed by a person, before the batch or since isn’t known</source>
        <translation>%1: von Menschen geprüft; ob vor dem Stapel oder seither, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1: a person has decided about it since</source>
        <translation>%1: seither hat jemand darüber entschieden</translation>
    </message>
    <message>
        <source>%1: %2 decided about it on %3</source>
        <translation>%1: %2 hat darüber entschieden (%3)</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>Tag unbekannt</translation>
    </message>
    <message>
        <source>%1: a later batch wrote it; undo that one first</source>
        <translation>%1: ein späterer Stapel hat sie geschrieben; nehmen Sie zuerst diesen zurück</translation>
    </message>
    <message>
        <source>%1: deleted</source>
        <translation>%1: gelöscht</translation>
    </message>
    <message>
        <source>%1: unassigned since</source>
        <translation>%1: seither nicht mehr zugeordnet</translation>
    </message>
    <message>
        <source>%1: given to %2 since</source>
        <translation>%1: seither %2 zugeordnet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>%1 got a profile</source>
        <translation>%1 mit Profil versehen</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Unberührt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Its sighting counts weren’t noted</source>
        <translation>Seine Sichtungszahlen wurden nicht notiert</translation>
    </message>
    <message>
        <source>Sightings of %1</source>
        <translation>Sichtungen von %1</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>Profilen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>What undo did</source>
        <translation>Was die Rücknahme bewirkt hat</translation>
    </message>
    <message>
        <source>If you undo it</source>
        <translation>Wenn Sie zurücknehmen</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>What undo would do can be told after the journal is upgraded.</source>
        <translation>Was die Rücknahme bewirken würde, lässt sich sagen, sobald das Journal aktualisiert ist.</translation>
    </message>
    <message>
        <source>No row stayed.</source>
        <translation>Keine Zeile blieb, wie sie war.</translation>
    </message>
    <message>
        <source>Undo %1…</source>
        <translation>%1 zurücknehmen…</translation>
    </message>
    <message>
        <source>Undo %1?</source>
        <translation>%1 zurücknehmen?</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, undo %2 → %3</source>
        <translation>%1, Rücknahme %2 → %3</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1 stay:
%2</source>
        <translation>%1 bleiben:
%2</translation>
    </message>
    <message>
        <source>Show the %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>%1 went back to what they were, and the sighting counts fell by as many.</source>
        <translation>Wiederhergestellt wurden: %1; die Sichtungszahlen sanken um ebenso viele.</translation>
    </message>
    <message>
        <source>%1 go back to what they were, and the sighting counts fall by as many.</source>
        <translation>Wiederhergestellt werden: %1; die Sichtungszahlen sinken um ebenso viele.</translation>
    </message>
    <message>
        <source>%1 went back to what they were.</source>
        <translation>Wiederhergestellt wurden: %1.</translation>
    </message>
    <message>
        <source>%1 go back to what they were.</source>
        <translation>Wiederhergestellt werden: %1.</translation>
    </message>
    <message>
        <source>The sighting counts of %1 didn’t fall by as many: %2.</source>
        <translation>Sichtungszahlen, die nicht um ebenso viele sanken (%1): %2.</translation>
    </message>
    <message>
        <source>The sighting counts of %1 can’t fall by as many: %2.</source>
        <translation>Sichtungszahlen, die nicht um ebenso viele sinken können (%1): %2.</translation>
    </message>
    <message>
        <source>%1 (%2, no count)</source>
        <translation>%1 (%2, keine Zahl)</translation>
    </message>
    <message>
        <source>%1 (%2, count %3 → %4)</source>
        <translation>%1 (%2, Zahl %3 → %4)</translation>
    </message>
    <message>
        <source>Profile, review and correction of all of these rows are as the batch left them.</source>
        <translation>Profil, Prüfung und Korrektur all dieser Zeilen sind so, wie der Stapel sie hinterließ.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ClaimsCard</name>
    <message>
        <source>What it claims</source>
        <translation>Was es zusagt</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>not Same</source>
        <translation>nicht „Gleich“</translation>
    </message>
    <message>
        <source>wrong at most</source>
        <translation>falsch höchstens</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Too few for a claim of their own: %1.</source>
        <translation>Zu wenige für eine eigene Zusage: %1.</translation>
    </message>
    <message>
        <source>Each line counts the pairs up to the one that proved it, so the lines don’t add up.</source>
        <translation>Jede Zeile zählt die Paare bis zu dem, das sie belegte; die Zeilen ergeben daher keine Summe.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::CountsView</name>
    <message>
        <source>detections were given a profile</source>
        <translation>Detektionen bekamen ein Profil</translation>
    </message>
    <message>
        <source>were left alone: they had changed meanwhile</source>
        <translation>blieben unberührt: inzwischen geändert</translation>
    </message>
    <message>
        <source>detections get a profile</source>
        <translation>Detektionen bekommen ein Profil</translation>
    </message>
    <message>
        <source>profiles have their sightings counted up</source>
        <translation>Profile bekommen mehr Sichtungen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>stay unassigned: not answered Same</source>
        <translation>bleiben ohne Zuordnung: nicht „Gleich“ beantwortet</translation>
    </message>
    <message>
        <source>stay unassigned: %1</source>
        <translation>bleiben ohne Zuordnung: %1</translation>
    </message>
    <message>
        <source>stay unassigned: under %1</source>
        <translation>bleiben ohne Zuordnung: unter %1</translation>
    </message>
    <message>
        <source>photos of their bursts are written along</source>
        <translation>Fotos ihrer Serien werden mitgeschrieben</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::JournalModel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>first edition</source>
        <translation>erste Fassung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>answered on since</source>
        <translation>seither weiter beantwortet</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>Certified, %1</source>
        <translation>Zertifiziert, %1</translation>
    </message>
    <message>
        <source>look</source>
        <translation>Blick</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Partly undone: %1 of %2</source>
        <translation>Teils zurückgenommen: %1 von %2</translation>
    </message>
    <message>
        <source>Undone %1 by %2</source>
        <translation>Zurückgenommen am %1 von %2</translation>
    </message>
    <message>
        <source>First edition, counts for nothing</source>
        <translation>Erste Fassung, zählt nicht</translation>
    </message>
    <message>
        <source>Certified at %1; answered on since, look at its verdict</source>
        <translation>Zertifiziert bei %1; seither weiter beantwortet, sehen Sie das Urteil an</translation>
    </message>
    <message>
        <source>Answered on since its verdict, look at it again</source>
        <translation>Seit dem Urteil weiter beantwortet, sehen Sie es neu an</translation>
    </message>
    <message>
        <source>Withheld: %1</source>
        <translation>Zurückgehalten: %1</translation>
    </message>
    <message>
        <source>Certified at %1</source>
        <translation>Zertifiziert bei %1</translation>
    </message>
    <message>
        <source>%1, nothing certified</source>
        <translation>%1, nichts zertifiziert</translation>
    </message>
    <message>
        <source>%1, no verdict yet</source>
        <translation>%1, noch kein Urteil</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Nicht bekannt: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::JournalPage</name>
    <message>
        <source>Trial</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>everything Herdbook wrote into this database, and every trial</source>
        <translation>alles, was Herdbook in diese Datenbank schrieb, und jede Prüfung</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Partly undone</source>
        <translation>Teils zurückgenommen</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Zertifiziert</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Nothing certified</source>
        <translation>Nichts zertifiziert</translation>
    </message>
    <message>
        <source>First edition</source>
        <translation>Erste Fassung</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Das Journal durchsuchen</translation>
    </message>
    <message>
        <source>Who, threshold, state or id</source>
        <translation>Wer, Schwelle, Status oder ID</translation>
    </message>
    <message>
        <source>Wait up to 5 s</source>
        <translation>Bis zu 5 s warten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Not read:</source>
        <translation>Nicht gelesen:</translation>
    </message>
    <message>
        <source>the trials of this computer: %1</source>
        <translation>die Prüfungen dieses Rechners: %1</translation>
    </message>
    <message>
        <source>%1. The batches below are as they were read before.</source>
        <translation>%1. Die Stapel unten sind so, wie sie zuvor gelesen wurden.</translation>
    </message>
    <message>
        <source>A newer Herdbook made this journal; only that one can undo.</source>
        <translation>Ein neueres Herdbook hat dieses Journal angelegt; nur dieses kann zurücknehmen.</translation>
    </message>
    <message>
        <source>This server is read-only now, so nothing can be undone here.</source>
        <translation>Dieser Server kann jetzt nur lesen, darum lässt sich hier nichts zurücknehmen.</translation>
    </message>
    <message>
        <source>Nothing can be undone here: %1.</source>
        <translation>Hier kann nichts zurückgenommen werden: %1.</translation>
    </message>
    <message>
        <source>The role %1 can’t undo: it lacks %2.</source>
        <translation>Die Rolle %1 kann nicht zurücknehmen: Ihr fehlt %2.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>Nothing was written yet, and no trial begun</source>
        <translation>Bisher wurde nichts geschrieben und keine Prüfung begonnen</translation>
    </message>
    <message>
        <source>Save journal</source>
        <translation>Journal speichern</translation>
    </message>
    <message>
        <source>%1. Until that is done nothing can be undone here (F5 looks again).</source>
        <translation>%1. Bis das fertig ist, kann hier nichts zurückgenommen werden (F5 sieht wieder nach).</translation>
    </message>
    <message>
        <source>No journal yet: set it up under Maintenance below</source>
        <translation>Noch kein Journal: Richten Sie es unten unter Wartung ein</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::Maintenance</name>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>set up, upgrade, go back</source>
        <translation>einrichten, aktualisieren, zurückgehen</translation>
    </message>
    <message>
        <source>Herdbook notes every row it writes in a schema of its own, so that a batch can be taken back, and shares trials and answers there between workstations. The tables of the tracking system are not altered, and nothing happens by itself: what is below runs when you say so, in one transaction.</source>
        <translation>Herdbook notiert jede Zeile, die es schreibt, in einem eigenen Schema, damit ein Stapel zurückgenommen werden kann, und teilt dort Prüfungen und Antworten zwischen Arbeitsplätzen. Die Tabellen des Erfassungssystems bleiben unverändert, und nichts geschieht von selbst: Was unten steht, läuft, wenn Sie es sagen, in einer Transaktion.</translation>
    </message>
    <message>
        <source>Change the journal to</source>
        <translation>Das Journal ändern auf</translation>
    </message>
    <message>
        <source>Set it to</source>
        <translation>Einstellen auf</translation>
    </message>
    <message>
        <source>The SQL that will run</source>
        <translation>Das SQL, das laufen wird</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>SQL kopieren</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>What it holds is lost.</source>
        <translation>Was es enthält, geht verloren.</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>%1. Nothing of it is read or written.</source>
        <translation>%1. Nichts davon wird gelesen oder geschrieben.</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>This database has no journal. Until it has one, nothing can be applied or shared.</source>
        <translation>Diese Datenbank hat kein Journal. Bis sie eines hat, kann nichts angewendet oder geteilt werden.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Schema herdbook, version %1, the newest this program knows; nothing to do.</source>
        <translation>Schema herdbook, Version %1, die neueste, die dieses Programm kennt; nichts zu tun.</translation>
    </message>
    <message>
        <source>Upgrade due</source>
        <translation>Aktualisierung fällig</translation>
    </message>
    <message>
        <source>Version %1 is installed; this program writes version %2.</source>
        <translation>Version %1 ist installiert; dieses Programm schreibt Version %2.</translation>
    </message>
    <message>
        <source>A newer Herdbook made version %1; this one knows %2.</source>
        <translation>Ein neueres Herdbook hat Version %1 angelegt; dieses kennt %2.</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>No journal: remove it</source>
        <translation>Kein Journal: entfernen</translation>
    </message>
    <message>
        <source>Set up the journal</source>
        <translation>Journal einrichten</translation>
    </message>
    <message>
        <source>Remove the journal</source>
        <translation>Journal entfernen</translation>
    </message>
    <message>
        <source>Upgrade to version %1</source>
        <translation>Auf Version %1 aktualisieren</translation>
    </message>
    <message>
        <source>Go back to version %1</source>
        <translation>Zurück auf Version %1</translation>
    </message>
    <message>
        <source>What was written stays, but %1 can’t be taken back any more.</source>
        <translation>Was geschrieben wurde, bleibt, lässt sich aber nicht mehr zurücknehmen: %1.</translation>
    </message>
    <message>
        <source>Shared trials and answers go; each workstation keeps its own.</source>
        <translation>Geteilte Prüfungen und Antworten gehen verloren; jeder Arbeitsplatz behält seine eigenen.</translation>
    </message>
    <message>
        <source>Certificates go, and what batches found in the review columns and sighting counts before them; batches, rows, trials, answers and the seeds of pools stay. Nothing can be applied until it is upgraded again.</source>
        <translation>Zertifikate gehen verloren, ebenso was Stapel zuvor in den Prüfspalten und Sichtungszahlen vorfanden; Stapel, Zeilen, Prüfungen, Antworten und die Startwerte der Pools bleiben. Bis zur nächsten Aktualisierung kann nichts angewendet werden.</translation>
    </message>
    <message>
        <source>Nothing can be applied until it is upgraded again.</source>
        <translation>Bis zur nächsten Aktualisierung kann nichts angewendet werden.</translation>
    </message>
    <message>
        <source>This server is read-only now (a standby, or set so).</source>
        <translation>Dieser Server kann derzeit nur lesen (ein Standby oder so eingestellt).</translation>
    </message>
    <message>
        <source>The role %1 may not create a schema in this database; its owner can run this SQL.</source>
        <translation>Die Rolle %1 darf in dieser Datenbank kein Schema anlegen; deren Eigentümer kann dieses SQL ausführen.</translation>
    </message>
    <message>
        <source>Written by batches and not undone: %1. Each batch tells how many of its rows can still go back.</source>
        <translation>Von Stapeln geschrieben und nicht zurückgenommen: %1. Jeder Stapel sagt, wie viele seiner Zeilen noch zurückkönnen.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::PhotoPane</name>
    <message>
        <source>The photo’s file is damaged; this isn’t all as it was taken</source>
        <translation>Die Datei des Fotos ist beschädigt; nicht alles ist so, wie es aufgenommen wurde</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>bei Tag</translation>
    </message>
    <message>
        <source>by night, contrast raised</source>
        <translation>bei Nacht, Kontrast erhöht</translation>
    </message>
    <message>
        <source>by night</source>
        <translation>bei Nacht</translation>
    </message>
    <message>
        <source>; the photo’s file is damaged, this isn’t all as it was taken</source>
        <translation>; die Datei des Fotos ist beschädigt, nicht alles ist so, wie es aufgenommen wurde</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>gespiegelt</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::PresetCard</name>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Begins at half of the matches and loosens step by step.</source>
        <translation>Beginnt bei der Hälfte der Treffer und lockert Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Begins at the best quarter. Loses least if many are wrong.</source>
        <translation>Beginnt beim besten Viertel. Verliert am wenigsten, wenn viele falsch sind.</translation>
    </message>
    <message>
        <source>All or nothing at the threshold. Fewest looks, riskier.</source>
        <translation>Alles oder nichts an der Schwelle. Wenigste Blicke, riskanter.</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 erledigt</translation>
    </message>
    <message>
        <source>look</source>
        <translation>Blick</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>Begun; goes on where you stopped.</source>
        <translation>Begonnen; geht weiter, wo Sie aufgehört haben.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>about %1 looks</source>
        <translation>etwa %1 Blicke</translation>
    </message>
    <message>
        <source>First certificate after about %1, at %2.</source>
        <translation>Erstes Zertifikat nach etwa %1, bei %2.</translation>
    </message>
    <message>
        <source>Hardly any certificate comes of it.</source>
        <translation>Daraus wird kaum ein Zertifikat.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::PreviewModel</name>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>undo left it alone</source>
        <translation>unberührt von der Rücknahme</translation>
    </message>
    <message>
        <source>written, changed since</source>
        <translation>geschrieben, seitdem geändert</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>not in this batch</source>
        <translation>nicht in diesem Stapel</translation>
    </message>
    <message>
        <source>left alone: assigned</source>
        <translation>unberührt: zugeordnet</translation>
    </message>
    <message>
        <source>left alone: deleted</source>
        <translation>unberührt: gelöscht</translation>
    </message>
    <message>
        <source>left alone: profile gone</source>
        <translation>unberührt: Profil fehlt</translation>
    </message>
    <message>
        <source>left alone: not valid</source>
        <translation>unberührt: ungültig</translation>
    </message>
    <message>
        <source>left alone: duplicate</source>
        <translation>unberührt: Duplikat</translation>
    </message>
    <message>
        <source>left alone: other sex</source>
        <translation>unberührt: anderes Geschlecht</translation>
    </message>
    <message>
        <source>left alone: reviewed since</source>
        <translation>unberührt: seither geprüft</translation>
    </message>
    <message>
        <source>left alone: a later batch</source>
        <translation>unberührt: ein späterer Stapel</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seitdem geändert</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>This batch</source>
        <translation>Dieser Stapel</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ProgressRow</name>
    <message>
        <source>Looks done</source>
        <translation>Erledigte Blicke</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Finish with this…</source>
        <translation>Damit beenden…</translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>Finish at %1?</source>
        <translation>Jetzt beenden (%1)?</translation>
    </message>
    <message>
        <source>look</source>
        <translation>Blick</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>If 1% are wrong, a first certificate takes about %1.</source>
        <translation>Ist 1&#xa0;% falsch, braucht ein erstes Zertifikat etwa %1.</translation>
    </message>
    <message>
        <source>Nothing certified yet</source>
        <translation>Noch nichts zertifiziert</translation>
    </message>
    <message>
        <source>No certificate comes of this pool</source>
        <translation>Aus diesem Pool wird kein Zertifikat</translation>
    </message>
    <message>
        <source>Certified so far: %1, +%2</source>
        <translation>Bisher zertifiziert: %1, +%2</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>A further certificate is unlikely (under 5%).</source>
        <translation>Ein weiteres Zertifikat ist unwahrscheinlich (unter 5&#xa0;%).</translation>
    </message>
    <message>
        <source>The budget is spent.</source>
        <translation>Das Höchstmaß ist erreicht.</translation>
    </message>
    <message>
        <source>A new certificate has come.</source>
        <translation>Ein neues Zertifikat ist da.</translation>
    </message>
    <message>
        <source>since look %1; it stays while you look with care</source>
        <translation>seit Blick %1; es bleibt, solange Sie sorgfältig schauen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 of at most %L2</source>
        <translation>%1 von höchstens %L2</translation>
    </message>
    <message>
        <source>If 1% are wrong, a first certificate takes about %1. This trial takes more: the verdict says why, and you can still go on from there.</source>
        <translation>Ist 1&#xa0;% falsch, braucht ein erstes Zertifikat etwa %1. Diese Prüfung braucht mehr: Das Urteil sagt, warum, und Sie können von dort aus noch weitermachen.</translation>
    </message>
    <message>
        <source>If 1% are wrong, going on to about %1 brings about %2 detections instead of %L3.</source>
        <translation>Ist 1&#xa0;% falsch, bringt Weitermachen bis etwa %1 rund %2 Detektionen statt %L3.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::Prospect</name>
    <message>
        <source>What it is drawn from</source>
        <translation>Woraus gezogen wird</translation>
    </message>
    <message>
        <source>What a certificate says</source>
        <translation>Was ein Zertifikat sagt</translation>
    </message>
    <message>
        <source>What it doesn’t</source>
        <translation>Was es nicht sagt</translation>
    </message>
    <message>
        <source>It covers today’s pool, not photos that come later. Some pairs are known to be different deer; they show that you tell deer apart, and can’t be told from the others.</source>
        <translation>Es gilt für den heutigen Pool, nicht für spätere Fotos. Bei einigen Paaren ist bekannt, dass es verschiedene Tiere sind; sie zeigen, dass Sie Tiere unterscheiden, und sind von den anderen nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>Such a statement is false in at most %1 of 100 trials, whenever you stop.</source>
        <translation>Eine solche Aussage ist in höchstens %1 von 100 Prüfungen falsch, wann immer Sie aufhören.</translation>
    </message>
    <message>
        <source>It would be trial %1 of these very detections, and needs more proof than the first.</source>
        <translation>Es wäre Prüfung Nr. %1 genau dieser Detektionen und braucht mehr Belege als die erste.</translation>
    </message>
    <message>
        <source>%1 of other states of these data had their own 5% each.</source>
        <translation>Dazu %1 zu anderen Ständen dieser Daten, mit je eigenen 5&#xa0;%.</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>The shared journal can’t be read (%1): each trial of these detections that is known there only makes it one more.</source>
        <translation>Das geteilte Journal ist nicht lesbar (%1): Jede Prüfung dieser Detektionen, die dort bekannt ist, erhöht diese Zahl um eins.</translation>
    </message>
    <message>
        <source>Unassigned, eligible detections</source>
        <translation>Nicht zugeordnete, geeignete Detektionen</translation>
    </message>
    <message>
        <source>score under %1</source>
        <translation>Wert unter %1</translation>
    </message>
    <message>
        <source>no picture of the detection</source>
        <translation>kein Bild der Detektion</translation>
    </message>
    <message>
        <source>no picture of the profile</source>
        <translation>kein Bild des Profils</translation>
    </message>
    <message>
        <source>Tried at %1</source>
        <translation>Geprüft bei %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Detections without a picture are in no level and are never written under the certificate. The order of the pairs is drawn once for this pool and kept; nobody can draw again.</source>
        <translation>Detektionen ohne Bild sind auf keiner Stufe und werden unter dem Zertifikat nie geschrieben. Die Reihenfolge der Paare wird einmal für diesen Pool gezogen und bleibt; niemand kann neu ziehen.</translation>
    </message>
    <message>
        <source>What it brings on these %1</source>
        <translation>Was es bei diesen %1 bringt</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>%1; it goes on where you stopped</source>
        <translation>%1; es geht weiter, wo Sie aufgehört haben</translation>
    </message>
    <message>
        <source>look is done</source>
        <translation>Blick ist erledigt</translation>
    </message>
    <message>
        <source>looks are done</source>
        <translation>Blicke sind erledigt</translation>
    </message>
    <message>
        <source>How many pairs it still takes is not known: that depends on your answers, of which nothing is told before you finish.</source>
        <translation>Wie viele Paare es noch braucht, ist nicht bekannt: Das hängt von Ihren Antworten ab, über die nichts gesagt wird, bevor Sie beenden.</translation>
    </message>
    <message>
        <source>Nothing here has a picture and scores %1 or more</source>
        <translation>Nichts hier hat ein Bild und einen Wert von %1 oder mehr</translation>
    </message>
    <message>
        <source>Under 20 detections are too few for a certificate: review all of them</source>
        <translation>Unter 20 Detektionen sind zu wenige für ein Zertifikat: Sehen Sie alle durch</translation>
    </message>
    <message>
        <source>Only pairs answered Same are written then.</source>
        <translation>Dann werden nur Paare geschrieben, die mit „Gleich“ beantwortet sind.</translation>
    </message>
    <message>
        <source>No certificate can come of another trial of this pool: %1, %2 needed</source>
        <translation>Aus einer weiteren Prüfung dieses Pools kann kein Zertifikat werden: %1, nötig sind %2</translation>
    </message>
    <message>
        <source>No certificate can come of this pool: %1, %2 needed</source>
        <translation>Aus diesem Pool kann kein Zertifikat werden: %1, nötig sind %2</translation>
    </message>
    <message>
        <source>known different pair</source>
        <translation>Kontrollpaar</translation>
    </message>
    <message>
        <source>known different pairs</source>
        <translation>Kontrollpaare</translation>
    </message>
    <message>
        <source>Two deer in one photo, one of them assigned, make such a pair. You can count without a certificate.</source>
        <translation>Zwei Tiere in einem Foto, eines davon zugeordnet, ergeben ein solches Paar. Ohne Zertifikat können Sie zählen.</translation>
    </message>
    <message>
        <source>Simulating trials on this pool’s scores …</source>
        <translation>Prüfungen mit den Werten dieses Pools werden simuliert …</translation>
    </message>
    <message>
        <source>An earlier trial of these detections certified nothing, so more of them may be wrong than that. Another one takes more proof, which is counted in here.</source>
        <translation>Eine frühere Prüfung dieser Detektionen hat nichts zertifiziert, darum sind vielleicht mehr von ihnen falsch. Eine weitere braucht mehr Belege; das ist hier eingerechnet.</translation>
    </message>
    <message>
        <source>Another trial of these detections takes more proof than the first, which is counted in here.</source>
        <translation>Eine weitere Prüfung dieser Detektionen braucht mehr Belege als die erste; das ist hier eingerechnet.</translation>
    </message>
    <message>
        <source>%1 can hardly certify anything here, not even if only 1% of the matches are wrong</source>
        <translation>„%1“ kann hier kaum etwas zertifizieren, selbst wenn nur 1&#xa0;% der Treffer falsch ist</translation>
    </message>
    <message>
        <source>The pool has %1; another way to go about it may need fewer.</source>
        <translation>Der Pool hat %1; ein anderes Vorgehen braucht vielleicht weniger.</translation>
    </message>
    <message>
        <source>It goes on below %1 while the answers bear it out, down to %2 (%L3 detections). </source>
        <translation>Unter %1 geht es weiter, solange die Antworten es tragen, bis hinab zu %2 (%L3 Detektionen). </translation>
    </message>
    <message>
        <source>Of %1 it isn’t known whether they are there: they can’t be read now.</source>
        <translation>Von %1 ist nicht bekannt, ob sie da sind: Sie lassen sich jetzt nicht lesen.</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>%1 of the %2 that score %3 or more: %4 have no picture, or their profile has none.</source>
        <translation>%1 der %2, die %3 oder mehr erreichen: %4 haben kein Bild, oder ihr Profil hat keines.</translation>
    </message>
    <message>
        <source>At most 5% of the detections it covers would be assigned wrongly.</source>
        <translation>Höchstens 5&#xa0;% der Detektionen, für die es gilt, würden falsch zugeordnet.</translation>
    </message>
    <message>
        <source>At most 5% of the detections it covers would be assigned wrongly, and at most 10% of each of these alone: %1.</source>
        <translation>Höchstens 5&#xa0;% der Detektionen, für die es gilt, würden falsch zugeordnet, und höchstens 10&#xa0;% jeder dieser Gruppen für sich: %1.</translation>
    </message>
    <message>
        <source>Only at some of its thresholds are there enough for a claim of their own: %1.</source>
        <translation>Nur bei einigen seiner Schwellen gibt es genug für eine eigene Zusage: %1.</translation>
    </message>
    <message>
        <source>Too few for a claim of their own: %1.</source>
        <translation>Zu wenige für eine eigene Zusage: %1.</translation>
    </message>
    <message>
        <source>About %1 looks for a first certificate, about %2 for the whole, if 1% of the matches are wrong: %3 then certifies about %4 detections on average; if 5% are wrong, about %5.</source>
        <translation>Etwa %1 Blicke bis zu einem ersten Zertifikat, etwa %2 für das Ganze, wenn 1&#xa0;% der Treffer falsch ist: „%3“ zertifiziert dann im Mittel etwa %4 Detektionen; sind 5&#xa0;% falsch, etwa %5.</translation>
    </message>
    <message>
        <source>Looks count the known pairs too. Mean of %L1 trials simulated on this pool’s scores, wrong matches taken to get rarer with the score, and every known pair to be seen through; with 1% wrong, %2 of 100 came to a certificate. Nothing else in a trial uses the estimate.</source>
        <translation>Blicke zählen auch die bekannten Paare. Mittel von %L1 Prüfungen, simuliert mit den Werten dieses Pools, wobei falsche Treffer mit höherem Wert seltener werden und jedes bekannte Paar durchschaut wird; bei 1&#xa0;% falschen kamen %2 von 100 zu einem Zertifikat. Sonst nutzt nichts in einer Prüfung die Schätzung.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ProspectChart</name>
    <message>
        <source>Detections certified over the true wrong share</source>
        <translation>Zertifizierte Detektionen je wahrem falschen Anteil</translation>
    </message>
    <message>
        <source>; at %1 wrong %2</source>
        <translation>; bei %1 falschen %2</translation>
    </message>
    <message>
        <source>if this share of the matches is truly wrong</source>
        <translation>wenn dieser Anteil der Treffer wirklich falsch ist</translation>
    </message>
    <message>
        <source>detections certified</source>
        <translation>zertifizierte Detektionen</translation>
    </message>
    <message>
        <source>the estimate says %1, at most %2</source>
        <translation>die Schätzung sagt %1, höchstens %2</translation>
    </message>
    <message>
        <source>all %L1 at the threshold</source>
        <translation>alle %L1 an der Schwelle</translation>
    </message>
    <message>
        <source>1%: %L1, %2 looks</source>
        <translation>1&#xa0;%: %L1, %2 Blicke</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ReviewPage</name>
    <message>
        <source>Mirrored (M)</source>
        <translation>Gespiegelt (M)</translation>
    </message>
    <message>
        <source>Night contrast (N)</source>
        <translation>Nachtkontrast (N)</translation>
    </message>
    <message>
        <source>second look</source>
        <translation>zweiter Blick</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>Nicht gespeichert:</translation>
    </message>
    <message>
        <source>Take your time: keys wait until both pictures have been there for a second.</source>
        <translation>Lassen Sie sich Zeit: Tasten warten, bis beide Bilder eine Sekunde lang zu sehen waren.</translation>
    </message>
    <message>
        <source>Please look at both pictures</source>
        <translation>Bitte sehen Sie beide Bilder an</translation>
    </message>
    <message>
        <source>Bring back the pair’s own photo first</source>
        <translation>Holen Sie zuerst das Foto des Paares selbst zurück</translation>
    </message>
    <message>
        <source>You had answered %1.</source>
        <translation>Ihre Antwort war: %1.</translation>
    </message>
    <message>
        <source>Nothing to look at now: the other reviewer has to answer first.</source>
        <translation>Jetzt gibt es nichts anzusehen: Erst muss der andere Prüfer antworten.</translation>
    </message>
    <message>
        <source>This detection</source>
        <translation>Diese Detektion</translation>
    </message>
    <message>
        <source>judge this one, not its burst</source>
        <translation>beurteilen Sie diese, nicht ihre Serie</translation>
    </message>
    <message>
        <source>classified as %1</source>
        <translation>eingestuft als %1</translation>
    </message>
    <message>
        <source>This picture can’t be shown: %1</source>
        <translation>Dieses Bild kann nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>%1
looked for at %2</source>
        <translation>%1
gesucht unter %2</translation>
    </message>
    <message>
        <source>the next closest profile, for comparison</source>
        <translation>das nächstähnliche Profil, zum Vergleich</translation>
    </message>
    <message>
        <source>a photo of the profile</source>
        <translation>ein Foto des Profils</translation>
    </message>
    <message>
        <source>%1 to save</source>
        <translation>%1 zu speichern</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>saved here, %1 to send</source>
        <translation>hier gespeichert, %1 zu senden</translation>
    </message>
    <message>
        <source>saved after every answer</source>
        <translation>nach jeder Antwort gespeichert</translation>
    </message>
    <message>
        <source>No other photo of this visit to compare</source>
        <translation>Kein anderes Foto dieses Besuchs zum Vergleich</translation>
    </message>
    <message>
        <source>Same burst, to compare; your answer is for the framed photo alone</source>
        <translation>Dieselbe Serie, zum Vergleich; Ihre Antwort gilt nur dem gerahmten Foto</translation>
    </message>
    <message>
        <source>this</source>
        <translation>dieses</translation>
    </message>
    <message>
        <source>the same moment</source>
        <translation>derselbe Moment</translation>
    </message>
    <message>
        <source>%1 s later</source>
        <translation>%1 s später</translation>
    </message>
    <message>
        <source>%1 s before</source>
        <translation>%1 s früher</translation>
    </message>
    <message>
        <source>%1: photos as different as can be</source>
        <translation>%1: Fotos, so verschieden wie möglich</translation>
    </message>
    <message>
        <source>Next deer: %1</source>
        <translation>Nächstes Tier: %1</translation>
    </message>
    <message>
        <source>These are the answers of %1; you can only look</source>
        <translation>Das sind die Antworten von %1; Sie können sie nur ansehen</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>time not known</source>
        <translation>Zeit unbekannt</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ReviewerCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Could the reviewer tell deer apart?</source>
        <translation>Konnte der Prüfer Tiere unterscheiden?</translation>
    </message>
    <message>
        <source>Known different pairs seen through</source>
        <translation>Durchschaute Kontrollpaare</translation>
    </message>
    <message>
        <source>Keys within one second, ignored</source>
        <translation>Tasten binnen einer Sekunde, ignoriert</translation>
    </message>
    <message>
        <source>Answers recorded within one second</source>
        <translation>Antworten binnen einer Sekunde</translation>
    </message>
    <message>
        <source>Pictures that failed</source>
        <translation>Fehlgeschlagene Bilder</translation>
    </message>
    <message>
        <source>Median time for a pair</source>
        <translation>Medianzeit für ein Paar</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Both reviewers on the same side</source>
        <translation>Beide Prüfer auf derselben Seite</translation>
    </message>
    <message>
        <source>of them only after an answer Same was taken back</source>
        <translation>davon erst nach einer zurückgenommenen Antwort „Gleich“</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::SampleForm</name>
    <message>
        <source>The trial</source>
        <translation>Die Prüfung</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Add a second reviewer</source>
        <translation>Einen zweiten Prüfer hinzufügen</translation>
    </message>
    <message>
        <source>And</source>
        <translation>Und</translation>
    </message>
    <message>
        <source>How two reviewers become one</source>
        <translation>Wie aus zwei Prüfern einer wird</translation>
    </message>
    <message>
        <source>Both must say Same</source>
        <translation>Beide müssen „Gleich“ sagen</translation>
    </message>
    <message>
        <source>Second looks at the rest</source>
        <translation>Zweiter sieht den Rest an</translation>
    </message>
    <message>
        <source>How to go about it</source>
        <translation>Vorgehen</translation>
    </message>
    <message>
        <source>fixed once you have answered</source>
        <translation>fest, sobald Sie geantwortet haben</translation>
    </message>
    <message>
        <source>Looks are what each takes on average if 1% are wrong. You may stop whenever you like; what is certified by then stays if you looked with care to the end.</source>
        <translation>Blicke: So viele braucht jede Vorgabe im Mittel, wenn 1 % falsch ist. Sie können jederzeit aufhören; was bis dahin zertifiziert ist, bleibt, wenn Sie bis zuletzt sorgfältig hingesehen haben.</translation>
    </message>
    <message>
        <source>Begin the review</source>
        <translation>Durchsicht beginnen</translation>
    </message>
    <message>
        <source>A name is needed: it stands in the protocol</source>
        <translation>Ein Name ist nötig: Er steht im Protokoll</translation>
    </message>
    <message>
        <source>Two reviewers have two names</source>
        <translation>Zwei Prüfer haben zwei Namen</translation>
    </message>
    <message>
        <source>A second reviewer may join first.</source>
        <translation>Ein zweiter Prüfer kann dazu.</translation>
    </message>
    <message>
        <source>Both go through the same pairs.</source>
        <translation>Beide sehen dieselben Paare durch.</translation>
    </message>
    <message>
        <source>The analysis suggests none; type one to try it.</source>
        <translation>Die Analyse schlägt keine vor; geben Sie eine ein, um sie zu prüfen.</translation>
    </message>
    <message>
        <source>Comes from the analysis in Re-ID</source>
        <translation>Kommt aus der Analyse in Re-ID</translation>
    </message>
    <message>
        <source>A threshold from 0.20 to 1.00</source>
        <translation>Eine Schwelle von 0,20 bis 1,00</translation>
    </message>
    <message>
        <source>The analysis suggests none.</source>
        <translation>Die Analyse schlägt keine vor.</translation>
    </message>
    <message>
        <source>The analysis suggests %1</source>
        <translation>Die Analyse schlägt %1 vor</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::SamplePage</name>
    <message>
        <source>Certified by a trial</source>
        <translation>Durch eine Prüfung zertifiziert</translation>
    </message>
    <message>
        <source>Loosest with at most %1% wrong</source>
        <translation>Lockerste: max. %1&#xa0;% falsch</translation>
    </message>
    <message>
        <source>Loosest with about %1% wrong</source>
        <translation>Lockerste mit etwa %1&#xa0;% falschen</translation>
    </message>
    <message>
        <source>Strictest that gains %1%</source>
        <translation>Strengste, die %1&#xa0;% gewinnt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose a threshold in Re-ID first</source>
        <translation>Wählen Sie zuerst in Re-ID eine Schwelle</translation>
    </message>
    <message>
        <source>Go to Re-ID</source>
        <translation>Zu Re-ID</translation>
    </message>
    <message>
        <source>Which pictures are there isn’t known</source>
        <translation>Welche Bilder da sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Not read:</source>
        <translation>Nicht gelesen:</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>Nicht ausgeführt:</translation>
    </message>
    <message>
        <source>%1. Which pictures are there now isn’t known.</source>
        <translation>%1. Welche Bilder jetzt da sind, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1. No trial can begin until it is read which pictures are there.</source>
        <translation>%1. Keine Prüfung kann beginnen, ehe gelesen ist, welche Bilder da sind.</translation>
    </message>
    <message>
        <source>the trials of this computer: %1</source>
        <translation>die Prüfungen dieses Rechners: %1</translation>
    </message>
    <message>
        <source>%1. Trials of other computers may be missing here, or be further by now.</source>
        <translation>%1. Prüfungen anderer Rechner können hier fehlen oder schon weiter sein.</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <translation>%1 Es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>The analysis found none that it could suggest, and says there why. You can still type one here to try it.</source>
        <translation>Die Analyse fand keine, die sie vorschlagen könnte, und sagt dort, warum. Sie können hier trotzdem eine eingeben, um sie zu prüfen.</translation>
    </message>
    <message>
        <source>A trial tests the threshold that the analysis suggests, on a sample that you judge.</source>
        <translation>Eine Prüfung testet die Schwelle, die die Analyse vorschlägt, an einer Stichprobe, die Sie beurteilen.</translation>
    </message>
    <message>
        <source>Looking which pictures are there …</source>
        <translation>Es wird nachgesehen, welche Bilder da sind …</translation>
    </message>
    <message>
        <source>Begin the review</source>
        <translation>Durchsicht beginnen</translation>
    </message>
    <message>
        <source>Count without a certificate</source>
        <translation>Zählen ohne Zertifikat</translation>
    </message>
    <message>
        <source>Review all of them</source>
        <translation>Alle durchsehen</translation>
    </message>
    <message>
        <source>Go on at look %1</source>
        <translation>Weiter bei Blick %1</translation>
    </message>
    <message>
        <source>A reviewer’s name is missing, or two are the same</source>
        <translation>Der Name eines Prüfers fehlt, oder zwei sind gleich</translation>
    </message>
    <message>
        <source>What a trial would be drawn from isn’t known yet</source>
        <translation>Woraus eine Prüfung gezogen würde, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Nothing with a picture scores that high</source>
        <translation>Nichts mit einem Bild hat einen so hohen Wert</translation>
    </message>
    <message>
        <source>The last analysis is being read …</source>
        <translation>Die letzte Analyse wird gelesen …</translation>
    </message>
    <message>
        <source>The analysis is under way …</source>
        <translation>Die Analyse läuft …</translation>
    </message>
    <message>
        <source>Where are the photos?</source>
        <translation>Wo sind die Fotos?</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>These figures are out of date: analyze again in Re-ID</source>
        <translation>Diese Zahlen sind veraltet: Analysieren Sie in Re-ID erneut</translation>
    </message>
    <message>
        <source>These figures are out of date. They are being read anew …</source>
        <translation>Diese Zahlen sind veraltet. Sie werden neu gelesen …</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::Staircase</name>
    <message>
        <source>%1 after %2 looks: %3 detections</source>
        <translation>%1 nach %2 Blicken: %3 Detektionen</translation>
    </message>
    <message>
        <source>Nothing certified</source>
        <translation>Nichts zertifiziert</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::TrialDesk</name>
    <message>
        <source>%1 detections, %2 of them assigned, %3 profiles</source>
        <translation>%1 Detektionen, davon %2 zugeordnet, %3 Profile</translation>
    </message>
    <message>
        <source>newest detection %1</source>
        <translation>neueste Detektion %1</translation>
    </message>
    <message>
        <source>embedding %1</source>
        <translation>Merkmalsvektoren %1</translation>
    </message>
    <message>
        <source>scores from %1, analyzed %2</source>
        <translation>Werte aus %1, analysiert %2</translation>
    </message>
    <message>
        <source>this role can’t see whether rows have changed since the analysis in Re-ID</source>
        <translation>diese Rolle kann nicht sehen, ob sich Zeilen seit der Analyse in Re-ID geändert haben</translation>
    </message>
    <message>
        <source>the data have changed since the analysis in Re-ID; analyze again</source>
        <translation>die Daten haben sich seit der Analyse in Re-ID geändert; analysieren Sie erneut</translation>
    </message>
    <message>
        <source>What was answered last isn’t saved. Save it in the review, or do the same once more to give it up.</source>
        <translation>Was zuletzt geantwortet wurde, ist nicht gespeichert. Speichern Sie es in der Durchsicht, oder tun Sie dasselbe noch einmal, um es aufzugeben.</translation>
    </message>
    <message>
        <source>%1 has answered in another window or on another computer; open the trial again</source>
        <translation>%1 hat in einem anderen Fenster oder auf einem anderen Rechner geantwortet; öffnen Sie die Prüfung noch einmal</translation>
    </message>
    <message>
        <source>that takes an analysis in Re-ID</source>
        <translation>dafür ist eine Analyse in Re-ID nötig</translation>
    </message>
    <message>
        <source>PostgreSQL doesn’t answer</source>
        <translation>PostgreSQL antwortet nicht</translation>
    </message>
    <message>
        <source>this database has no shared journal</source>
        <translation>diese Datenbank hat kein geteiltes Journal</translation>
    </message>
    <message>
        <source>PostgreSQL hasn&apos;t answered yet</source>
        <translation>PostgreSQL hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>there is no verdict yet</source>
        <translation>es gibt noch kein Urteil</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::TrialList</name>
    <message>
        <source>first edition, counts for nothing</source>
        <translation>erste Fassung, zählt nicht</translation>
    </message>
    <message>
        <source>certified at %1; answered on since, look at its verdict</source>
        <translation>zertifiziert bei %1; seither weiter beantwortet, sehen Sie das Urteil an</translation>
    </message>
    <message>
        <source>answered on since its verdict, look at it again</source>
        <translation>seit dem Urteil weiter beantwortet, sehen Sie es neu an</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>certified at %1</source>
        <translation>zertifiziert bei %1</translation>
    </message>
    <message>
        <source>no verdict yet after %1 looks</source>
        <translation>noch kein Urteil nach %1 Blicken</translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation>noch keine Antworten</translation>
    </message>
    <message>
        <source>nothing certified after %1 looks</source>
        <translation>nichts zertifiziert nach %1 Blicken</translation>
    </message>
    <message>
        <source>Trials so far</source>
        <translation>Bisherige Prüfungen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Review the same pairs</source>
        <translation>Dieselben Paare durchsehen</translation>
    </message>
    <message>
        <source>Trials of the first edition can be read, not gone on with</source>
        <translation>Prüfungen der ersten Fassung lassen sich lesen, nicht fortsetzen</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>Als %1</translation>
    </message>
    <message>
        <source>As %1: another trial, whose answers count alone</source>
        <translation>Als %1: eine weitere Prüfung, deren Antworten für sich zählen</translation>
    </message>
    <message>
        <source>on another computer; </source>
        <translation>auf einem anderen Rechner; </translation>
    </message>
    <message>
        <source>No trials yet</source>
        <translation>Noch keine Prüfungen</translation>
    </message>
    <message>
        <source>A trial stays here with every answer, to go on with or to look at its verdict.</source>
        <translation>Eine Prüfung bleibt hier mit jeder Antwort, zum Weitermachen oder um ihr Urteil anzusehen.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>There is none on this computer; those of others can’t be read.</source>
        <translation>Auf diesem Rechner gibt es keine; die anderer sind nicht zu lesen.</translation>
    </message>
    <message>
        <source>The trials of this computer can’t be read.</source>
        <translation>Die Prüfungen dieses Rechners sind nicht zu lesen.</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>nicht bekannt: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::TrialPage</name>
    <message>
        <source>Trial</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>Nicht ausgeführt:</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Protocol as PDF…</source>
        <translation>Protokoll als PDF…</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>Weiter durchsehen</translation>
    </message>
    <message>
        <source>Sample…</source>
        <translation>Stichprobe…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Everything Herdbook wrote into this database, and every trial</source>
        <translation>Alles, was Herdbook in diese Datenbank schrieb, und jede Prüfung</translation>
    </message>
    <message>
        <source>Type the other reviewer’s name,</source>
        <translation>Geben Sie den Namen des anderen Prüfers ein,</translation>
    </message>
    <message>
        <source>then begin: same pairs, same order, answers of their own.</source>
        <translation>dann beginnen Sie: dieselben Paare, dieselbe Reihenfolge, eigene Antworten.</translation>
    </message>
    <message>
        <source>Answers from other computers have arrived.</source>
        <translation>Antworten von anderen Rechnern sind eingetroffen.</translation>
    </message>
    <message>
        <source>F5 judges again with them.</source>
        <translation>F5 urteilt neu mit ihnen.</translation>
    </message>
    <message>
        <source>The journal was removed.</source>
        <translation>Das Journal wurde entfernt.</translation>
    </message>
    <message>
        <source>The journal is at version %1.</source>
        <translation>Das Journal hat jetzt Version %1.</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>Gespeichert:</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>Nicht gespeichert:</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Das Journal durchsuchen</translation>
    </message>
    <message>
        <source>Save the journal as CSV</source>
        <translation>Das Journal als CSV speichern</translation>
    </message>
    <message>
        <source>Undo the chosen batch; asks once</source>
        <translation>Den gewählten Stapel zurücknehmen; fragt einmal</translation>
    </message>
    <message>
        <source>Back to the trial</source>
        <translation>Zurück zur Prüfung</translation>
    </message>
    <message>
        <source>Same, Different, Can’t tell, Background only, Bad crop</source>
        <translation>Gleich, Verschieden, Unklar, Nur Hintergrund, Fehlausschnitt</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Undo the last answer</source>
        <translation>Die letzte Antwort rückgängig machen</translation>
    </message>
    <message>
        <source>Space (held)</source>
        <translation>Leertaste (gehalten)</translation>
    </message>
    <message>
        <source>Zoom both photos to the animal</source>
        <translation>Beide Fotos auf das Tier zoomen</translation>
    </message>
    <message>
        <source>Bring a small photo to the right pane; again: back</source>
        <translation>Ein kleines Foto in die rechte Hälfte holen; nochmals: zurück</translation>
    </message>
    <message>
        <source>Mirrored view of the profile’s photo on or off</source>
        <translation>Foto des Profils gespiegelt zeigen, ein oder aus</translation>
    </message>
    <message>
        <source>Night contrast on or off (also L)</source>
        <translation>Nachtkontrast ein oder aus (auch L)</translation>
    </message>
    <message>
        <source>Boxes on or off</source>
        <translation>Rahmen ein oder aus</translation>
    </message>
    <message>
        <source>Both photos as they were at first</source>
        <translation>Beide Fotos, wie sie anfangs waren</translation>
    </message>
    <message>
        <source>Note on this pair</source>
        <translation>Notiz zu diesem Paar</translation>
    </message>
    <message>
        <source>Apply; asks once</source>
        <translation>Anwenden; fragt einmal</translation>
    </message>
    <message>
        <source>Undo the batch</source>
        <translation>Den Stapel zurücknehmen</translation>
    </message>
    <message>
        <source>Save the preview</source>
        <translation>Die Vorschau speichern</translation>
    </message>
    <message>
        <source>Begin the trial</source>
        <translation>Die Prüfung beginnen</translation>
    </message>
    <message>
        <source>Save protocol</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>%1. Save it again in the review.</source>
        <translation>%1. Speichern Sie es in der Durchsicht erneut.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Never stored:</source>
        <translation>Nie gespeichert:</translation>
    </message>
    <message>
        <source>Not stored yet:</source>
        <translation>Noch nicht gespeichert:</translation>
    </message>
    <message>
        <source>%1 given earlier. %2. It is tried again by itself, and before their trial goes on.</source>
        <translation>%1 von früher. %2. Es wird von selbst erneut versucht, auch bevor die Prüfung weitergeht.</translation>
    </message>
    <message>
        <source>Stored now:</source>
        <translation>Jetzt gespeichert:</translation>
    </message>
    <message>
        <source>%1 given earlier that couldn’t be stored then.</source>
        <translation>%1 von früher, die damals nicht gespeichert werden konnten.</translation>
    </message>
    <message>
        <source>Open the trial of the chosen row; so does a double click</source>
        <translation>Die Prüfung der gewählten Zeile öffnen; ebenso ein Doppelklick</translation>
    </message>
    <message>
        <source>Finish; asks first</source>
        <translation>Beenden; fragt zuerst</translation>
    </message>
    <message>
        <source>Back from the question whether to finish</source>
        <translation>Zurück von der Frage, ob beendet wird</translation>
    </message>
    <message>
        <source>They are kept only until Herdbook closes.</source>
        <translation>Sie bleiben nur, bis Herdbook geschlossen wird.</translation>
    </message>
    <message>
        <source>Some are kept in %1, the others only until Herdbook closes.</source>
        <translation>Einige sind in %1 aufbewahrt, die übrigen bleiben nur, bis Herdbook geschlossen wird.</translation>
    </message>
    <message>
        <source>They are kept in %1.</source>
        <translation>Sie sind in %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 given earlier, as others were given in their place. %2</source>
        <translation>%1 von früher, da an ihrer Stelle andere gegeben wurden. %2</translation>
    </message>
    <message>
        <source>%1. Save again in the review, or close once more: they are then tried anew, at last set aside beside the journal; where that can’t be written either, they are lost.</source>
        <translation>%1. Speichern Sie in der Durchsicht erneut, oder schließen Sie noch einmal: Dann wird es noch einmal versucht, und was nicht geht, neben dem Journal beiseitegelegt; lässt sich auch das nicht schreiben, gehen sie verloren.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::VerdictPage</name>
    <message>
        <source>Judging …</source>
        <translation>Wird beurteilt …</translation>
    </message>
    <message>
        <source>What was answered here is read, and what others answered.</source>
        <translation>Es wird gelesen, was hier und was von anderen geantwortet wurde.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>%1. F5 tries again.</source>
        <translation>%1. F5 versucht es erneut.</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Zertifiziert</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>Wie es dazu kam</translation>
    </message>
    <message>
        <source>each dot a certificate, strict to loose</source>
        <translation>jeder Punkt ein Zertifikat, streng bis locker</translation>
    </message>
    <message>
        <source>The answers</source>
        <translation>Die Antworten</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Let somebody else review…</source>
        <translation>Jemand anderen durchsehen lassen…</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>Weiter durchsehen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>First edition</source>
        <translation>Erste Fassung</translation>
    </message>
    <message>
        <source>Trials of the first edition count for nothing</source>
        <translation>Prüfungen der ersten Fassung zählen nicht</translation>
    </message>
    <message>
        <source>It could be passed without looking. What was answered then stays in the journal; what was written can be taken back there. Begin a new trial for a certificate.</source>
        <translation>Sie ließ sich bestehen, ohne hinzusehen. Was damals geantwortet wurde, bleibt im Journal; was geschrieben wurde, kann dort zurückgenommen werden. Beginnen Sie für ein Zertifikat eine neue Prüfung.</translation>
    </message>
    <message>
        <source>%1 at %2, begun %3 by %4</source>
        <translation>%1 bei %2, begonnen %3 von %4</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Nothing can be written from this trial</source>
        <translation>Aus dieser Prüfung kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>No certificate: %1</source>
        <translation>Kein Zertifikat: %1</translation>
    </message>
    <message>
        <source>Whoever calls strangers the same would also call wrong matches the same. So these answers can’t tell how many matches are wrong, and nothing is certified at any threshold.</source>
        <translation>Wer Fremde für gleich hält, würde auch falsche Treffer für gleich halten. Darum sagen diese Antworten nicht, wie viele Treffer falsch sind, und bei keiner Schwelle ist etwas zertifiziert.</translation>
    </message>
    <message>
        <source>Nothing is certified at any threshold.</source>
        <translation>Bei keiner Schwelle ist etwas zertifiziert.</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>Certificate holds</source>
        <translation>Zertifikat gilt</translation>
    </message>
    <message>
        <source>At most 5% of these %1 would be assigned wrongly</source>
        <translation>Höchstens 5&#xa0;% dieser %1 würden falsch zugeordnet</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>No more than %1 wrong among them. The way this is found out errs in at most %2 of 100 trials, whenever one stops.</source>
        <translation>Höchstens %1 falsche darunter. Der Weg, auf dem das ermittelt wird, irrt in höchstens %2 von 100 Prüfungen, wann immer man aufhört.</translation>
    </message>
    <message>
        <source>Nothing certified</source>
        <translation>Nichts zertifiziert</translation>
    </message>
    <message>
        <source>What was answered Same can be written.</source>
        <translation>Was mit „Gleich“ beantwortet wurde, kann geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 by %2, preset %3, threshold %4</source>
        <translation>%1 von %2, Vorgabe %3, Schwelle %4</translation>
    </message>
    <message>
        <source>look</source>
        <translation>Blick</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>, %1, in %2</source>
        <translation>, %1, in %2</translation>
    </message>
    <message>
        <source>. It covers the pool it was drawn from, not later photos.</source>
        <translation>. Es gilt für den Pool, aus dem gezogen wurde, nicht für spätere Fotos.</translation>
    </message>
    <message>
        <source>. Not compared with today’s data: %1.</source>
        <translation>. Nicht mit den heutigen Daten verglichen: %1.</translation>
    </message>
    <message>
        <source>Trials of it on other computers aren’t known: this database has no journal to share them.</source>
        <translation>Prüfungen davon auf anderen Rechnern sind nicht bekannt: Diese Datenbank hat kein Journal, um sie zu teilen.</translation>
    </message>
    <message>
        <source>The latest answers of the other reviewer may be missing, and so may trials of this pool on other computers: %1.</source>
        <translation>Die neuesten Antworten des anderen Prüfers fehlen vielleicht, ebenso Prüfungen dieses Pools auf anderen Rechnern: %1.</translation>
    </message>
    <message>
        <source>Trials of this pool on other computers may be missing, each of which asks for more proof: %1.</source>
        <translation>Prüfungen dieses Pools auf anderen Rechnern fehlen vielleicht, von denen jede mehr Belege verlangt: %1.</translation>
    </message>
    <message>
        <source>This verdict couldn’t be kept on this computer, so lists and other computers may show an earlier one: %1.</source>
        <translation>Dieses Urteil ließ sich auf diesem Rechner nicht aufbewahren, darum zeigen Listen und andere Rechner vielleicht ein früheres: %1.</translation>
    </message>
    <message>
        <source>%1, and %2 besides. What was answered Same proves nothing here: known strangers were called the same deer too.</source>
        <translation>%1, dazu %2. Was mit „Gleich“ beantwortet wurde, beweist hier nichts: Auch bekannte Fremde galten als dasselbe Tier.</translation>
    </message>
    <message>
        <source>known pair</source>
        <translation>Kontrollpaar</translation>
    </message>
    <message>
        <source>known pairs</source>
        <translation>Kontrollpaare</translation>
    </message>
    <message>
        <source>%1; everything but Same counts as wrong.</source>
        <translation>%1; alles außer „Gleich“ gilt als falsch.</translation>
    </message>
    <message>
        <source>Known different pairs that were answered Same, so you can see it yourself</source>
        <translation>Kontrollpaare, die mit „Gleich“ beantwortet wurden; sehen Sie selbst</translation>
    </message>
    <message>
        <source>Not answered Same, each beside the profile it was offered</source>
        <translation>Nicht mit „Gleich“ beantwortet, jedes neben dem angebotenen Profil</translation>
    </message>
    <message>
        <source>Not saved: %1 that it counts. Save again in the review.</source>
        <translation>Nicht gespeichert: %1, die mitzählen. Speichern Sie in der Durchsicht erneut.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Holds, with doubts</source>
        <translation>Gilt, mit Zweifeln</translation>
    </message>
    <message>
        <source>These pairs are of different deer only by both cameras’ clocks and today’s coordinates; if a clock is an hour off, or a camera was moved, a pair may be one deer. Either way nothing is certified at any threshold.</source>
        <translation>Diese Paare zeigen nur laut den Uhren beider Kameras und den heutigen Koordinaten verschiedene Tiere; geht eine Uhr um eine Stunde falsch oder wurde eine Kamera versetzt, kann ein Paar ein und dasselbe Tier sein. So oder so ist bei keiner Schwelle etwas zertifiziert.</translation>
    </message>
    <message>
        <source>Waiting for the other reviewer: %1.</source>
        <translation>Warten auf den anderen Prüfer: %1.</translation>
    </message>
    <message>
        <source>Somebody else gets the same pairs in the same order, with the known different ones at other places; those answers count alone, and the certificate needs more proof: it is another try on this pool.</source>
        <translation>Jemand anderes bekommt dieselben Paare in derselben Reihenfolge, die Kontrollpaare an anderen Stellen; diese Antworten zählen für sich, und das Zertifikat braucht mehr Belege: Es ist ein weiterer Versuch mit diesem Pool.</translation>
    </message>
    <message>
        <source>Try stricter thresholds…</source>
        <translation>Strengere Schwellen prüfen…</translation>
    </message>
    <message>
        <source>Begin a new trial, at stricter thresholds? It has pairs of its own: the best of these. What you answered of them counts there, too. It needs more proof, and its certificate is false in one more of 100 trials. This trial stays in the journal with all its answers.</source>
        <translation>Eine neue Prüfung mit strengeren Schwellen beginnen? Sie hat eigene Paare: die besten von diesen. Was Sie davon beantwortet haben, zählt auch dort. Sie braucht mehr Belege, und ihr Zertifikat ist in einer weiteren von 100 Prüfungen falsch. Diese Prüfung bleibt mit allen Antworten im Journal.</translation>
    </message>
    <message>
        <source>Begin it</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>About %1 looks were to be expected for a first certificate: the mean if 1% are wrong and every known different pair is seen through.</source>
        <translation>Für ein erstes Zertifikat waren etwa %1 Blicke zu erwarten: das Mittel, wenn 1&#xa0;% falsch ist und jedes Kontrollpaar durchschaut wird.</translation>
    </message>
    <message>
        <source>The answers are kept.</source>
        <translation>Die Antworten bleiben erhalten.</translation>
    </message>
    <message>
        <source>Going on may still bring a certificate.</source>
        <translation>Weitermachen kann noch ein Zertifikat bringen.</translation>
    </message>
    <message>
        <source>Stricter thresholds may bring one as well, in a new trial.</source>
        <translation>Strengere Schwellen können ebenfalls eines bringen, in einer neuen Prüfung.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui</name>
    <message>
        <source>Only one day so far: a range needs two</source>
        <translation>Bisher nur ein Tag: Ein Zeitraum braucht zwei</translation>
    </message>
    <message>
        <source>Rut %1 against %2</source>
        <translation>Brunft %1 gegen %2</translation>
    </message>
    <message>
        <source>This month against the same month last year</source>
        <translation>Dieser Monat gegen denselben Monat im letzten Jahr</translation>
    </message>
    <message>
        <source>Last month against the same month a year before</source>
        <translation>Letzter Monat gegen denselben Monat ein Jahr zuvor</translation>
    </message>
    <message>
        <source>This year against last year</source>
        <translation>Dieses Jahr gegen letztes Jahr</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Rut season %1</source>
        <translation>Brunftzeit %1</translation>
    </message>
    <message>
        <source>A year up to today</source>
        <translation>Ein Jahr bis heute</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>Zeitraum %1</translation>
    </message>
    <message>
        <source>%1 start</source>
        <translation>Anfang von %1</translation>
    </message>
    <message>
        <source>%1 end</source>
        <translation>Ende von %1</translation>
    </message>
    <message>
        <source>%1 name</source>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Crop size</source>
        <translation>Größe der Ausschnitte</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Logo of the profile</source>
        <translation>Logo des Profils</translation>
    </message>
    <message>
        <source>Client of the profile</source>
        <translation>Kunde des Profils</translation>
    </message>
    <message>
        <source>Footer of the profile</source>
        <translation>Fußzeile des Profils</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Zeiträume</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>Keine solche Datei</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Link leads out</source>
        <translation>Link führt hinaus</translation>
    </message>
    <message>
        <source>Box off the photo</source>
        <translation>Rahmen außerhalb des Fotos</translation>
    </message>
    <message>
        <source>Box unusable</source>
        <translation>Rahmen unbrauchbar</translation>
    </message>
    <message>
        <source>Box too small</source>
        <translation>Rahmen zu klein</translation>
    </message>
    <message>
        <source>No such photo</source>
        <translation>Kein solches Foto</translation>
    </message>
    <message>
        <source>No such detection</source>
        <translation>Keine solche Detektion</translation>
    </message>
    <message>
        <source>1 crop missing</source>
        <translation>1 Ausschnitt fehlt</translation>
    </message>
    <message>
        <source>%1 crops missing</source>
        <translation>%1 Ausschnitte fehlen</translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation>%1 beschädigt</translation>
    </message>
    <message>
        <source>1 crop damaged</source>
        <translation>1 Ausschnitt beschädigt</translation>
    </message>
    <message>
        <source>%1 crops damaged</source>
        <translation>%1 Ausschnitte beschädigt</translation>
    </message>
    <message>
        <source>One crop is of a damaged photo</source>
        <translation>Ein Ausschnitt stammt von einem beschädigten Foto</translation>
    </message>
    <message>
        <source>%1 crops are of damaged photos</source>
        <translation>%1 Ausschnitte stammen von beschädigten Fotos</translation>
    </message>
    <message>
        <source>For one detection there is no crop</source>
        <translation>Für eine Detektion gibt es keinen Ausschnitt</translation>
    </message>
    <message>
        <source>For %1 detections there is no crop</source>
        <translation>Für %1 Detektionen gibt es keinen Ausschnitt</translation>
    </message>
    <message>
        <source>For %1 of %2 detections there is no crop</source>
        <translation>Für %1 von %2 Detektionen gibt es keinen Ausschnitt</translation>
    </message>
    <message>
        <source>The archive holds crops of the other %1, and missing.csv lists each that is missing, with its reason.</source>
        <translation>Das Archiv enthält Ausschnitte der anderen %1, und missing.csv nennt jeden fehlenden mit seinem Grund.</translation>
    </message>
    <message>
        <source>missing.csv in the archive lists each, with its reason.</source>
        <translation>missing.csv im Archiv nennt jeden mit seinem Grund.</translation>
    </message>
    <message>
        <source>The crop of a damaged photo is flagged in the tables.</source>
        <translation>Der Ausschnitt eines beschädigten Fotos ist in den Tabellen gekennzeichnet.</translation>
    </message>
    <message>
        <source>The %1 crops of damaged photos are flagged in the tables.</source>
        <translation>Die %1 Ausschnitte beschädigter Fotos sind in den Tabellen gekennzeichnet.</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 Detektion</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 Detektionen</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 Fotos</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Die ersten</translation>
    </message>
    <message>
        <source>of these photos</source>
        <translation>dieser Fotos</translation>
    </message>
    <message>
        <source>Status key</source>
        <translation>Statusschlüssel</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>none</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>%1 of %2 waiting</source>
        <translation>Platz %1 von %2</translation>
    </message>
    <message>
        <source>waiting, its place isn&apos;t known</source>
        <translation>wartet, sein Platz ist nicht bekannt</translation>
    </message>
    <message>
        <source>not waiting</source>
        <translation>wartet nicht</translation>
    </message>
    <message>
        <source>Workers&apos; hands</source>
        <translation>In Arbeit bei</translation>
    </message>
    <message>
        <source>nobody holds it</source>
        <translation>niemandem</translation>
    </message>
    <message>
        <source>a Python worker</source>
        <translation>einem Python-Worker</translation>
    </message>
    <message>
        <source>, ran out %1</source>
        <translation>, abgelaufen %1</translation>
    </message>
    <message>
        <source>, ran out</source>
        <translation>, abgelaufen</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>, alive</source>
        <translation>, läuft</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>no longer served</source>
        <translation>nicht mehr angeboten</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1 by its status; no folder here tells</source>
        <translation>%1 laut Status; kein Ordner hier sagt es</translation>
    </message>
    <message>
        <source>not looked at: the folder doesn&apos;t answer</source>
        <translation>nicht nachgesehen: der Ordner antwortet nicht</translation>
    </message>
    <message>
        <source>there, %1</source>
        <translation>da, %1</translation>
    </message>
    <message>
        <source>another size</source>
        <translation>andere Größe</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1 of 3</source>
        <translation>%1 von 3</translation>
    </message>
    <message>
        <source>none counted</source>
        <translation>keine gezählt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>Erstellt in</translation>
    </message>
    <message>
        <source>%1; no folder here tells whether it is there</source>
        <translation>%1; kein Ordner hier sagt, ob sie da ist</translation>
    </message>
    <message>
        <source>%1, here</source>
        <translation>%1, hier</translation>
    </message>
    <message>
        <source>not the size it was made with</source>
        <translation>nicht die Größe, mit der sie erstellt wurde</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Bleibt bis</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>all deer</source>
        <translation>alle Hirsche</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>1 chosen</source>
        <translation>1 gewählt</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>crops</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Camtrap DP</source>
        <translation>Camtrap DP</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>not as it was: %1 isn&apos;t kept</source>
        <translation>nicht wie zuvor; nicht aufbewahrt: %1</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Besteller</translation>
    </message>
    <message>
        <source>you (%1)</source>
        <translation>Sie (%1)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>not known any more</source>
        <translation>nicht mehr bekannt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Unreadable status</source>
        <translation>Unlesbarer Status</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Removed by someone else</source>
        <translation>Von jemand anderem entfernt</translation>
    </message>
    <message>
        <source>Lost by Redis</source>
        <translation>Von Redis verloren</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Job not found or expired</source>
        <translation>Auftrag nicht gefunden oder abgelaufen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>ZIP dataset</source>
        <translation>ZIP-Datensatz</translation>
    </message>
    <message>
        <source>Comparison PDF</source>
        <translation>Vergleichs-PDF</translation>
    </message>
    <message>
        <source>Custom PDF</source>
        <translation>Eigenes PDF</translation>
    </message>
    <message>
        <source>Seasonal PDF</source>
        <translation>Saison-PDF</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>%1 periods</source>
        <translation>%1 Zeiträume</translation>
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
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>≈ %1 min</source>
        <translation>≈ %1 min</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1/s, %2 left</source>
        <translation>%1/s, noch %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>its logo</source>
        <translation>sein Logo</translation>
    </message>
    <message>
        <source>its list of detections</source>
        <translation>seine Detektionsliste</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>Auftrags-ID</translation>
    </message>
    <message>
        <source>Processing, but no worker holds it</source>
        <translation>In Bearbeitung, aber kein Worker hat ihn</translation>
    </message>
    <message>
        <source>Running, but still in the queue as well</source>
        <translation>Läuft, steht aber auch noch in der Warteschlange</translation>
    </message>
    <message>
        <source>Done, but its status says processing</source>
        <translation>Fertig, aber sein Status sagt „in Bearbeitung“</translation>
    </message>
    <message>
        <source>Failed, but its status says processing</source>
        <translation>Fehlgeschlagen, aber sein Status sagt „in Bearbeitung“</translation>
    </message>
    <message>
        <source>Finished, but still in the queue</source>
        <translation>Beendet, aber noch in der Warteschlange</translation>
    </message>
    <message>
        <source>Finished, but a stopped worker still holds it</source>
        <translation>Beendet, aber ein gestoppter Worker hat ihn noch</translation>
    </message>
    <message>
        <source>Completed, but the file is gone</source>
        <translation>Abgeschlossen, aber die Datei ist verschwunden</translation>
    </message>
    <message>
        <source>Completed, but the file has another size</source>
        <translation>Abgeschlossen, aber die Datei hat eine andere Größe</translation>
    </message>
    <message>
        <source>Completed, but no file is named</source>
        <translation>Abgeschlossen, aber keine Datei ist genannt</translation>
    </message>
    <message>
        <source>Waiting, status expired</source>
        <translation>Wartet, Status abgelaufen</translation>
    </message>
    <message>
        <source>Running, status expired</source>
        <translation>Läuft, Status abgelaufen</translation>
    </message>
    <message>
        <source>Finished, but its status never expires</source>
        <translation>Beendet, aber sein Status läuft nie ab</translation>
    </message>
    <message>
        <source>It can&apos;t go back in the queue as it was: %1 isn&apos;t kept with the job.</source>
        <translation>Er kann nicht wie zuvor zurück in die Warteschlange; beim Auftrag nicht aufbewahrt: %1.</translation>
    </message>
    <message>
        <source>It is neither waiting nor in a worker&apos;s hands. This job stays as it is until it goes back in the queue.</source>
        <translation>Er wartet weder noch hat ihn ein Worker. Dieser Auftrag bleibt, wie er ist, bis er zurück in die Warteschlange kommt.</translation>
    </message>
    <message>
        <source>Worker %1 let go of it. This job stays as it is until it goes back in the queue.</source>
        <translation>Worker %1 hat ihn losgelassen. Dieser Auftrag bleibt, wie er ist, bis er zurück in die Warteschlange kommt.</translation>
    </message>
    <message>
        <source>Worker %1 stopped answering at %2. This job stays as it is until it goes back in the queue.</source>
        <translation>Worker %1 antwortet seit %2 nicht mehr. Dieser Auftrag bleibt, wie er ist, bis er zurück in die Warteschlange kommt.</translation>
    </message>
    <message>
        <source>Worker %1 has stopped. This job stays as it is until it goes back in the queue.</source>
        <translation>Worker %1 ist gestoppt. Dieser Auftrag bleibt, wie er ist, bis er zurück in die Warteschlange kommt.</translation>
    </message>
    <message>
        <source>It would be made a second time.</source>
        <translation>Er würde ein zweites Mal erstellt.</translation>
    </message>
    <message>
        <source>The worker reported success. Its file can&apos;t be looked for: the export folder doesn&apos;t tell what is in it.</source>
        <translation>Der Worker hat Erfolg gemeldet. Die Datei kann nicht gesucht werden: Der Exportordner sagt nicht, was darin ist.</translation>
    </message>
    <message>
        <source>The worker reported success, but no file is to be found.</source>
        <translation>Der Worker meldete Erfolg, aber keine Datei ist zu finden.</translation>
    </message>
    <message>
        <source>The worker made %1; the status was overwritten afterwards.</source>
        <translation>Der Worker erstellte %1; der Status wurde danach überschrieben.</translation>
    </message>
    <message>
        <source>The worker reported: %1</source>
        <translation>Der Worker meldete: %1</translation>
    </message>
    <message>
        <source>It would be made again.</source>
        <translation>Er würde erneut erstellt.</translation>
    </message>
    <message>
        <source>%1 is not in the export folder any more.</source>
        <translation>%1 ist nicht mehr im Exportordner.</translation>
    </message>
    <message>
        <source>It should have %1. The file may have been changed or cut short.</source>
        <translation>Sie sollte %1 haben. Die Datei wurde vielleicht geändert oder abgeschnitten.</translation>
    </message>
    <message>
        <source>There is nothing to open.</source>
        <translation>Es gibt nichts zu öffnen.</translation>
    </message>
    <message>
        <source>Herdbook can&apos;t read what is stored for this job. Technical, below, shows it as it is.</source>
        <translation>Herdbook kann nicht lesen, was für diesen Auftrag gespeichert ist. „Technisches“, unten, zeigt es, wie es ist.</translation>
    </message>
    <message>
        <source>It waited longer than an hour for a worker. It is still in the queue, but others take it for gone.</source>
        <translation>Er wartete länger als eine Stunde auf einen Worker. Er ist noch in der Warteschlange, aber andere halten ihn für verloren.</translation>
    </message>
    <message>
        <source>A worker is at it, but others take it for gone.</source>
        <translation>Ein Worker arbeitet daran, aber andere halten ihn für verloren.</translation>
    </message>
    <message>
        <source>Another program wrote it without an end.</source>
        <translation>Ein anderes Programm hat ihn ohne Ablaufzeit geschrieben.</translation>
    </message>
    <message>
        <source>Redis lost its data before this job&apos;s hour was over, most likely by a restart or for lack of memory.</source>
        <translation>Redis verlor seine Daten, bevor die Stunde dieses Auftrags um war, wahrscheinlich durch einen Neustart oder aus Speichermangel.</translation>
    </message>
    <message>
        <source>Put back in queue</source>
        <translation>Wieder einreihen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Take out the spare</source>
        <translation>Überzähligen entfernen</translation>
    </message>
    <message>
        <source>Renew the status</source>
        <translation>Status erneuern</translation>
    </message>
    <message>
        <source>Take over the result</source>
        <translation>Ergebnis übernehmen</translation>
    </message>
    <message>
        <source>Let it end in an hour</source>
        <translation>In einer Stunde enden lassen</translation>
    </message>
    <message>
        <source>Mark as failed</source>
        <translation>Als fehlgeschlagen markieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no month %1</source>
        <translation>Einen Monat %1 gibt es nicht</translation>
    </message>
    <message>
        <source>There is no day %1</source>
        <translation>Einen Tag %1 gibt es nicht</translation>
    </message>
    <message>
        <source>There is no year %1</source>
        <translation>Ein Jahr %1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 has no %2 %3</source>
        <translation>%1 hat keinen %2. %3</translation>
    </message>
    <message>
        <source>not checked for gaps</source>
        <translation>nicht auf Lücken geprüft</translation>
    </message>
    <message>
        <source>1 detection missing</source>
        <translation>1 Detektion fehlt</translation>
    </message>
    <message>
        <source>%1 detections missing</source>
        <translation>%1 Detektionen fehlen</translation>
    </message>
    <message>
        <source>Whether this archive is complete isn&apos;t known</source>
        <translation>Ob dieses Archiv vollständig ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>The archive lacks one detection</source>
        <translation>Dem Archiv fehlt eine Detektion</translation>
    </message>
    <message>
        <source>The archive lacks %1 detections</source>
        <translation>Dem Archiv fehlen %1 Detektionen</translation>
    </message>
    <message>
        <source>The archive lacks %1 of %2 detections</source>
        <translation>Dem Archiv fehlen %1 von %2 Detektionen</translation>
    </message>
    <message>
        <source>The worker that made it doesn&apos;t say what it left out. A Herdbook worker does: let one make it again.</source>
        <translation>Der Worker, der es erstellt hat, sagt nicht, was er ausgelassen hat. Ein Herdbook-Worker sagt es: Lassen Sie es von einem solchen neu erstellen.</translation>
    </message>
    <message>
        <source>missing.csv in it lists each, with its reason.</source>
        <translation>missing.csv darin nennt jede mit ihrem Grund.</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
    <message>
        <source>Waiting, but too late to be made</source>
        <translation>Wartet, wird aber nicht mehr erstellt</translation>
    </message>
    <message>
        <source>It was to be begun by %1; no worker makes it any more.</source>
        <translation>Er hätte bis %1 begonnen werden müssen; kein Worker erstellt ihn mehr.</translation>
    </message>
    <message>
        <source>no Herdbook worker&apos;s</source>
        <translation>keinem Herdbook-Worker</translation>
    </message>
    <message>
        <source>a Python worker; none is heard now</source>
        <translation>einem Python-Worker; zu hören ist jetzt keiner</translation>
    </message>
    <message>
        <source>Processing, perhaps at a Python worker</source>
        <translation>In Bearbeitung, vielleicht bei einem Python-Worker</translation>
    </message>
    <message>
        <source>A Python worker took it; none is heard now. If it has stopped, Celery puts the job back in the queue after up to an hour.</source>
        <translation>Ein Python-Worker hat ihn genommen; jetzt ist keiner zu hören. Wenn er stehen geblieben ist, stellt Celery den Auftrag nach bis zu einer Stunde zurück in die Warteschlange.</translation>
    </message>
    <message>
        <source>It was taken by a Python worker, but others take it for gone.</source>
        <translation>Ein Python-Worker hat ihn genommen, aber andere halten ihn für verloren.</translation>
    </message>
    <message>
        <source>No longer in Redis</source>
        <translation>Nicht mehr in Redis</translation>
    </message>
    <message>
        <source>No longer in Redis; what became of it isn’t known</source>
        <translation>Nicht mehr in Redis; was daraus wurde, ist nicht bekannt</translation>
    </message>
    <message>
        <source>No Herdbook worker holds it. Whether a Python worker makes it isn&apos;t known: one that sends no heartbeats can&apos;t be heard. If none is left, cancel the job and run it again.</source>
        <translation>Kein Herdbook-Worker hat ihn. Ob ein Python-Worker ihn macht, ist nicht bekannt: Einer, der keinen Heartbeat sendet, ist nicht zu hören. Gibt es keinen mehr, brechen Sie den Auftrag ab und starten Sie ihn neu.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::AnalysisRunner</name>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Änderungen werden gesucht</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::BySexTab</name>
    <message>
        <source>Bucks</source>
        <translation>Böcke</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Hirschkühe</translation>
    </message>
    <message>
        <source>Fawns</source>
        <translation>Kitze</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Best scores by sex</source>
        <translation>Beste Werte nach Geschlecht</translation>
    </message>
    <message>
        <source>Likeness of the profiles</source>
        <translation>Ähnlichkeit der Profile</translation>
    </message>
    <message>
        <source>Histogram of best scores, %1</source>
        <translation>Histogramm der besten Werte, %1</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet</source>
        <translation>Es wurde noch nichts analysiert</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 Profil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 Profile</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>starke Belege</translation>
    </message>
    <message>
        <source>weak evidence: </source>
        <translation>schwache Belege: </translation>
    </message>
    <message>
        <source>no evidence: </source>
        <translation>keine Belege: </translation>
    </message>
    <message>
        <source>; at %1: %2</source>
        <translation>; bei %1: %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ChartPane</name>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ClassFields</name>
    <message>
        <source>Buck</source>
        <translation>Bock</translation>
    </message>
    <message>
        <source>Doe</source>
        <translation>Hirschkuh</translation>
    </message>
    <message>
        <source>Fawn</source>
        <translation>Kitz</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>Reif</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>Jung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::CropLoader</name>
    <message>
        <source>The photo isn&apos;t in the database</source>
        <translation>Das Foto ist nicht in der Datenbank</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::DateChoice</name>
    <message>
        <source>Which?</source>
        <translation>Welcher Tag?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::DetView</name>
    <message>
        <source>Matches missed against wrong matches</source>
        <translation>Verpasste Treffer gegen falsche Treffer</translation>
    </message>
    <message>
        <source>not known: scores of right or of wrong matches are missing</source>
        <translation>nicht bekannt: Werte von richtigen oder von falschen Treffern fehlen</translation>
    </message>
    <message>
        <source>At %1: wrong matches that pass %2, right ones missed %3 (optimistic)</source>
        <translation>Bei %1: durchgelassene falsche Treffer %2, verpasste richtige %3 (optimistisch)</translation>
    </message>
    <message>
        <source>wrong matches that pass (false match rate)</source>
        <translation>durchgelassene falsche Treffer (Falschtrefferrate)</translation>
    </message>
    <message>
        <source>upward: right matches missed (false non-match rate)</source>
        <translation>nach oben: verpasste richtige Treffer (Verpasstrate)</translation>
    </message>
    <message>
        <source>%1, optimistic: right matches were selected at ≥ %2</source>
        <translation>%1, optimistisch: richtige Treffer wurden bei ≥ %2 ausgewählt</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::DiagnosisTab</name>
    <message>
        <source>Why are only so few assigned?</source>
        <translation>Warum sind nur so wenige zugeordnet?</translation>
    </message>
    <message>
        <source>What looks suspicious</source>
        <translation>Was verdächtig aussieht</translation>
    </message>
    <message>
        <source>Is the data sound?</source>
        <translation>Sind die Daten in Ordnung?</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Es wurde noch nichts analysiert.</translation>
    </message>
    <message>
        <source>Also suspicious</source>
        <translation>Auch verdächtig</translation>
    </message>
    <message>
        <source>At the threshold in force, %1. Each step shows the detections that are left; the dotted part is lost there.</source>
        <translation>Bei der geltenden Schwelle, %1. Jeder Schritt zeigt die verbleibenden Detektionen; der gepunktete Teil geht dort verloren.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::DistributionTab</name>
    <message>
        <source>best similarity score among the profiles it may match</source>
        <translation>bester Ähnlichkeitswert unter den möglichen Profilen</translation>
    </message>
    <message>
        <source>Is the embedding sound?</source>
        <translation>Taugen die Merkmalsvektoren?</translation>
    </message>
    <message>
        <source>Histogram of best scores</source>
        <translation>Histogramm der besten Werte</translation>
    </message>
    <message>
        <source>Assigned share over the threshold</source>
        <translation>Zugeordneter Anteil je Schwelle</translation>
    </message>
    <message>
        <source>Wrong share over the threshold</source>
        <translation>Falscher Anteil je Schwelle</translation>
    </message>
    <message>
        <source>Best scores</source>
        <translation>Beste Werte</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportForm</name>
    <message>
        <source>A day is needed, such as %1</source>
        <translation>Ein Tag ist nötig, etwa %1</translation>
    </message>
    <message>
        <source>Not a whole day yet, such as %1</source>
        <translation>Noch kein ganzer Tag, etwa %1</translation>
    </message>
    <message>
        <source>Which day is meant?</source>
        <translation>Welcher Tag ist gemeint?</translation>
    </message>
    <message>
        <source>Not a day. Type it as %1</source>
        <translation>Kein Tag. Schreiben Sie ihn wie %1</translation>
    </message>
    <message>
        <source>A range needs two days or more</source>
        <translation>Ein Zeitraum braucht zwei Tage oder mehr</translation>
    </message>
    <message>
        <source>The start must be before the end</source>
        <translation>Der Anfang muss vor dem Ende liegen</translation>
    </message>
    <message>
        <source>A range is at most one year</source>
        <translation>Ein Zeitraum umfasst höchstens ein Jahr</translation>
    </message>
    <message>
        <source>This day is still to come</source>
        <translation>Dieser Tag kommt erst noch</translation>
    </message>
    <message>
        <source>Give the period a name</source>
        <translation>Geben Sie dem Zeitraum einen Namen</translation>
    </message>
    <message>
        <source>At most 80 characters, on one line</source>
        <translation>Höchstens 80 Zeichen, in einer Zeile</translation>
    </message>
    <message>
        <source>At most 200 characters, on one line</source>
        <translation>Höchstens 200 Zeichen, in einer Zeile</translation>
    </message>
    <message>
        <source>128 to 1024 pixels, a whole number</source>
        <translation>128 bis 1024 Pixel, eine ganze Zahl</translation>
    </message>
    <message>
        <source>Choose at least one class</source>
        <translation>Wählen Sie mindestens eine Klasse</translation>
    </message>
    <message>
        <source>Charts, tables or findings are switched off: none of these sections remains</source>
        <translation>Diagramme, Tabellen oder Befunde sind abgeschaltet: Keiner dieser Abschnitte bleibt übrig</translation>
    </message>
    <message>
        <source>A comparison has two to five periods</source>
        <translation>Ein Vergleich hat zwei bis fünf Zeiträume</translation>
    </message>
    <message>
        <source>Choose at most %1 locations, or all</source>
        <translation>Wählen Sie höchstens %1 Standorte oder alle</translation>
    </message>
    <message>
        <source>One section is unknown; choose again</source>
        <translation>Ein Abschnitt ist unbekannt; wählen Sie neu</translation>
    </message>
    <message>
        <source>Choose another logo under Letterhead</source>
        <translation>Wählen Sie unter „Briefkopf“ ein anderes Logo</translation>
    </message>
    <message>
        <source>At most 200 characters; see Letterhead</source>
        <translation>Höchstens 200 Zeichen; siehe „Briefkopf“</translation>
    </message>
    <message>
        <source>This can&apos;t be used as it is</source>
        <translation>So kann das nicht benutzt werden</translation>
    </message>
    <message>
        <source>%1 ids; at most %2 fit</source>
        <translation>%1 IDs; höchstens %2 passen</translation>
    </message>
    <message>
        <source>No detection id: %1</source>
        <translation>Keine Detektions-ID: %1</translation>
    </message>
    <message>
        <source>Paste detection ids, one a line</source>
        <translation>Fügen Sie Detektions-IDs ein, eine je Zeile</translation>
    </message>
    <message>
        <source>Without crops and table the archive holds no data</source>
        <translation>Ohne Ausschnitte und Tabelle enthält das Archiv keine Daten</translation>
    </message>
    <message>
        <source>Put right first: %1</source>
        <translation>Erst berichtigen: %1</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Noch fehlt: %1</translation>
    </message>
    <message>
        <source>Waits for Redis; your input is kept</source>
        <translation>Wartet auf Redis; Ihre Eingaben bleiben erhalten</translation>
    </message>
    <message>
        <source>This profile is read-only</source>
        <translation>Dieses Profil kann nur lesen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Only key figures, deer and data quality</source>
        <translation>Nur Zahlen, Tiere und Datenqualität</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportFormWidget</name>
    <message>
        <source>Make export</source>
        <translation>Export erstellen</translation>
    </message>
    <message>
        <source>New export</source>
        <translation>Neuer Export</translation>
    </message>
    <message>
        <source>Queued, 8th of 8</source>
        <translation>Eingereiht, 8. von 8</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Show the first page as it would be now</source>
        <translation>Die erste Seite zeigen, wie sie jetzt wäre</translation>
    </message>
    <message>
        <source>Make export (Ctrl+Enter)</source>
        <translation>Export erstellen (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Bring back what stood in the form</source>
        <translation>Zurückholen, was im Formular stand</translation>
    </message>
    <message>
        <source>Put the usual values into the form</source>
        <translation>Die üblichen Werte ins Formular setzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportPreview</name>
    <message>
        <source>%1 on %2 at %3</source>
        <translation>%1 auf %2 an %3</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 Detektion</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 Detektionen</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bildern</translation>
    </message>
    <message>
        <source>1 location</source>
        <translation>1 Standort</translation>
    </message>
    <message>
        <source>%1 locations</source>
        <translation>%1 Standorten</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportsPage</name>
    <message>
        <source>No preview: %1</source>
        <translation>Keine Vorschau: %1</translation>
    </message>
    <message>
        <source>Queued, %1 of %2</source>
        <translation>Eingereiht, %1 von %2</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Queued. No worker is ready: %1</source>
        <translation>Eingereiht. Kein Worker ist bereit: %1</translation>
    </message>
    <message>
        <source>What the export will hold is counted here as soon as the form is complete.</source>
        <translation>Was der Export enthalten wird, wird hier gezählt, sobald das Formular vollständig ist.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Counted at %1; PostgreSQL is away now</source>
        <translation>Gezählt um %1; jetzt ist PostgreSQL nicht erreichbar</translation>
    </message>
    <message>
        <source>Counted at %1; F5 counts anew</source>
        <translation>Gezählt um %1; F5 zählt neu</translation>
    </message>
    <message>
        <source>With an end date of today, %1</source>
        <translation>Mit heute als Ende, %1</translation>
    </message>
    <message>
        <source>No detections in this period and of these classes</source>
        <translation>Keine Detektionen in diesem Zeitraum und von diesen Klassen</translation>
    </message>
    <message>
        <source>: such an export fails.</source>
        <translation>: Ein solcher Export schlägt fehl.</translation>
    </message>
    <message>
        <source>a ZIP holds at most %1</source>
        <translation>ein ZIP fasst höchstens %1</translation>
    </message>
    <message>
        <source>about %1, %2</source>
        <translation>etwa %1, %2</translation>
    </message>
    <message>
        <source>1 image missing</source>
        <translation>1 Bild fehlt</translation>
    </message>
    <message>
        <source>%1 images missing</source>
        <translation>%1 Bilder fehlen</translation>
    </message>
    <message>
        <source>Show the last</source>
        <translation>Letzten zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The form has no fields for what this job asked for; Retry repeats it as it is</source>
        <translation>Das Formular hat keine Felder für das, was dieser Auftrag verlangte; „Wiederholen“ führt ihn unverändert noch einmal aus</translation>
    </message>
    <message>
        <source>The form has no fields for what this job asked for</source>
        <translation>Das Formular hat keine Felder für das, was dieser Auftrag verlangte</translation>
    </message>
    <message>
        <source>Of the job %1 isn&apos;t kept; the form has the letterhead of this profile</source>
        <translation>Vom Auftrag nicht aufbewahrt: %1; das Formular hat den Briefkopf dieses Profils</translation>
    </message>
    <message>
        <source>The form has the letterhead of this profile, not the job&apos;s</source>
        <translation>Das Formular hat den Briefkopf dieses Profils, nicht den des Auftrags</translation>
    </message>
    <message>
        <source>The form has the letterhead of this profile, not the job&apos;s, which was for %1</source>
        <translation>Das Formular hat den Briefkopf dieses Profils, nicht den des Auftrags, der für %1 war</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Make the export</source>
        <translation>Den Export erstellen</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>To the form</source>
        <translation>Zum Formular</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Aufträge suchen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the job&apos;s file</source>
        <translation>Die Datei des Auftrags öffnen</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Open the file&apos;s folder</source>
        <translation>Den Ordner der Datei öffnen</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save the file as</source>
        <translation>Die Datei speichern unter</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Den Link kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C / Ctrl+Alt+C</source>
        <translation>Ctrl+Shift+C / Ctrl+Alt+C</translation>
    </message>
    <message>
        <source>Copy rows as text / as CSV</source>
        <translation>Zeilen als Text / als CSV kopieren</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Retry: the same request again</source>
        <translation>Wiederholen: dieselbe Anfrage noch einmal</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Edit and run again</source>
        <translation>Bearbeiten und neu starten</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Den Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove the job</source>
        <translation>Den Auftrag entfernen</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo removing, for 6 s</source>
        <translation>Entfernen rückgängig machen, 6 s lang</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Show or fold the details</source>
        <translation>Details zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>Select all jobs shown</source>
        <translation>Alle gezeigten Aufträge wählen</translation>
    </message>
    <message>
        <source>Counted at %1; PostgreSQL refuses the connection now</source>
        <translation>Gezählt um %1; jetzt lehnt PostgreSQL die Verbindung ab</translation>
    </message>
    <message>
        <source>how many images are there isn’t known</source>
        <translation>wie viele Bilder da sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Queued. No worker is online: it is made if one starts within the hour</source>
        <translation>Eingereiht. Kein Worker ist online: Der Export entsteht, wenn innerhalb einer Stunde einer startet</translation>
    </message>
    <message>
        <source>The id is not in the database</source>
        <translation>Die ID ist nicht in der Datenbank</translation>
    </message>
    <message>
        <source>None of the ids is in the database</source>
        <translation>Keine der IDs ist in der Datenbank</translation>
    </message>
    <message>
        <source>No detections in this period, of these classes and at these locations</source>
        <translation>Keine Detektionen in diesem Zeitraum, von diesen Klassen und an diesen Standorten</translation>
    </message>
    <message>
        <source>%1 of %2 ids found in the database</source>
        <translation>%1 von %2 IDs in der Datenbank gefunden</translation>
    </message>
    <message>
        <source>: such an export is made all the same.</source>
        <translation>: Ein solcher Export entsteht trotzdem.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FigureRow</name>
    <message>
        <source>Detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Threshold in force</source>
        <translation>Geltende Schwelle</translation>
    </message>
    <message>
        <source>Wrong among the assigned</source>
        <translation>Falsch unter Zugeordneten</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Why so few?</source>
        <translation>Warum so wenige?</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not analyzed yet</source>
        <translation>noch nicht analysiert</translation>
    </message>
    <message>
        <source>%1 eligible, unassigned</source>
        <translation>%1 geeignet, offen</translation>
    </message>
    <message>
        <source>of %1 detections</source>
        <translation>von %1 Detektionen</translation>
    </message>
    <message>
        <source>what new photos are assigned by</source>
        <translation>danach werden neue Fotos zugeordnet</translation>
    </message>
    <message>
        <source>REID_THRESHOLD of the deployment</source>
        <translation>REID_THRESHOLD der Installation</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>none assigned</source>
        <translation>keine zugeordnet</translation>
    </message>
    <message>
        <source>of %1; an estimate: %2</source>
        <translation>von %1; geschätzt: %2</translation>
    </message>
    <message>
        <source>%1 at least: they contradict each other</source>
        <translation>mindestens %1: sie widersprechen sich</translation>
    </message>
    <message>
        <source>the data isn&apos;t sound</source>
        <translation>die Daten sind nicht in Ordnung</translation>
    </message>
    <message>
        <source>%1 is itself unsound</source>
        <translation>%1 selbst ist nicht haltbar</translation>
    </message>
    <message>
        <source>too little to judge the assigned by</source>
        <translation>zu wenig, um die Zugeordneten zu beurteilen</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Zertifiziert</translation>
    </message>
    <message>
        <source>by the trial of %1</source>
        <translation>durch die Prüfung vom %1</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>A trial first</source>
        <translation>Erst eine Prüfung</translation>
    </message>
    <message>
        <source>a candidate; only a trial can certify it</source>
        <translation>ein Kandidat; nur eine Prüfung kann ihn zertifizieren</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Keine Zahl</translation>
    </message>
    <message>
        <source>a trial can still look</source>
        <translation>eine Prüfung kann trotzdem nachsehen</translation>
    </message>
    <message>
        <source>the card says what is missing</source>
        <translation>die Karte sagt, was fehlt</translation>
    </message>
    <message>
        <source>of %1 from %2 on; an estimate: %3; of the other %4 nothing is known</source>
        <translation>von %1 ab %2; geschätzt: %3; über die übrigen %4 ist nichts bekannt</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>certified, but the estimate contradicts it</source>
        <translation>zertifiziert, aber die Schätzung widerspricht</translation>
    </message>
    <message>
        <source>not certified; a trial may do that</source>
        <translation>nicht zertifiziert; eine Prüfung kann das vielleicht</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FolderLine</name>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Deleting old exports…</source>
        <translation>Alte Exporte werden gelöscht…</translation>
    </message>
    <message>
        <source>Delete for good: %1, %2?</source>
        <translation>Endgültig löschen: %1, %2?</translation>
    </message>
    <message>
        <source>Exports: %1 in %2</source>
        <translation>Exporte: %1 in %2</translation>
    </message>
    <message>
        <source>; what could be freed isn&apos;t known without Redis</source>
        <translation>; was freigegeben werden könnte, ist ohne Redis nicht bekannt</translation>
    </message>
    <message>
        <source>; %1 could be freed</source>
        <translation>; %1 könnten freigegeben werden</translation>
    </message>
    <message>
        <source>; %1 could be freed, but not from here: the folder isn&apos;t writable</source>
        <translation>; %1 könnten freigegeben werden, aber nicht von hier: der Ordner ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Looking at the export folder…</source>
        <translation>Der Exportordner wird angesehen…</translation>
    </message>
    <message>
        <source>Disk use isn&apos;t known: %1</source>
        <translation>Plattenbelegung nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Freed %1: %2 deleted</source>
        <translation>%1 freigegeben: %2 gelöscht</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>Nichts wurde gelöscht</translation>
    </message>
    <message>
        <source>; how long workers keep files isn&apos;t known</source>
        <translation>; wie lange Worker Dateien aufheben, ist nicht bekannt</translation>
    </message>
    <message>
        <source>; what could be freed isn&apos;t known: the clocks here and of Redis differ</source>
        <translation>; was freigegeben werden könnte, ist nicht bekannt: Die Uhren hier und bei Redis gehen verschieden</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FormFields</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Seasonal PDF</source>
        <translation>Saison-PDF</translation>
    </message>
    <message>
        <source>Comparison PDF</source>
        <translation>Vergleichs-PDF</translation>
    </message>
    <message>
        <source>ZIP dataset</source>
        <translation>ZIP-Datensatz</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>The ids pasted below decide alone what is exported; period, classes and locations are left out.</source>
        <translation>Allein die unten eingefügten IDs bestimmen, was exportiert wird; Zeitraum, Klassen und Standorte zählen nicht.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Crops, longest side</source>
        <translation>Ausschnitte, längste Seite</translation>
    </message>
    <message>
        <source>Crop size in pixels</source>
        <translation>Größe der Ausschnitte in Pixeln</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Metadata table (CSV)</source>
        <translation>Metadatentabelle (CSV)</translation>
    </message>
    <message>
        <source>Table for Excel (with byte order mark)</source>
        <translation>Tabelle für Excel (mit BOM)</translation>
    </message>
    <message>
        <source>Camtrap DP</source>
        <translation>Camtrap DP</translation>
    </message>
    <message>
        <source>The exchange standard that GBIF, TRAPPER, Agouti and Wildlife Insights read</source>
        <translation>Der Austauschstandard, den GBIF, TRAPPER, Agouti und Wildlife Insights lesen</translation>
    </message>
    <message>
        <source>%1 days of at most %2</source>
        <translation>%1 von höchstens %2 Tagen</translation>
    </message>
    <message>
        <source>128 to 1024 pixels, never enlarged</source>
        <translation>128 bis 1024 Pixel, nie vergrößert</translation>
    </message>
    <message>
        <source>Report with</source>
        <translation>Bericht mit</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FpirPane</name>
    <message>
        <source>False matches as a share of the unassigned</source>
        <translation>Falsche Treffer als Anteil der nicht zugeordneten</translation>
    </message>
    <message>
        <source>At %1: false matches (FPIR) are %2 of the unassigned, at most %3</source>
        <translation>Bei %1: falsche Treffer (FPIR) sind %2 der nicht zugeordneten, höchstens %3</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FunnelView</name>
    <message>
        <source>Diagnosis funnel</source>
        <translation>Diagnosetrichter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3 lost here</source>
        <translation>%1: %2, %3 gehen hier verloren</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::GalleryActions</name>
    <message>
        <source>Export as ZIP</source>
        <translation>Als ZIP exportieren</translation>
    </message>
    <message>
        <source>Copy ids</source>
        <translation>IDs kopieren</translation>
    </message>
    <message>
        <source>Show the pairs</source>
        <translation>Paare zeigen</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Enlarge the pair (Space or Enter)</source>
        <translation>Das Paar vergrößern (Leertaste oder Enter)</translation>
    </message>
    <message>
        <source>Enlarge the pair (Space)</source>
        <translation>Das Paar vergrößern (Leertaste)</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>Enter enlarges, Ctrl+click selects</source>
        <translation>Enter vergrößert, Ctrl+Klick wählt</translation>
    </message>
    <message>
        <source>Enter selects, Space enlarges</source>
        <translation>Enter wählt, Leertaste vergrößert</translation>
    </message>
    <message>
        <source>1 id copied</source>
        <translation>1 ID kopiert</translation>
    </message>
    <message>
        <source>%1 ids copied</source>
        <translation>%1 IDs kopiert</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::GalleryPanel</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Only with picture</source>
        <translation>Nur mit Bild</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Bucks</source>
        <translation>Böcke</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Hirschkühe</translation>
    </message>
    <message>
        <source>Fawns</source>
        <translation>Kitze</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the gallery</source>
        <translation>Die Galerie schließen</translation>
    </message>
    <message>
        <source>%1, looking for pictures</source>
        <translation>%1, Bilder werden gesucht</translation>
    </message>
    <message>
        <source>%1, pictures unknown</source>
        <translation>%1, Bilder unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 have a picture</source>
        <translation>%1 von %2 haben ein Bild</translation>
    </message>
    <message>
        <source>; of %1 it isn&apos;t known</source>
        <translation>; von %1 ist es nicht bekannt</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 Fotos</translation>
    </message>
    <message>
        <source>%1, %2 detections</source>
        <translation>%1, %2 Detektionen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Score, high first</source>
        <translation>Wert, hohe zuerst</translation>
    </message>
    <message>
        <source>Score, low first</source>
        <translation>Wert, niedrige zuerst</translation>
    </message>
    <message>
        <source>Closest call first</source>
        <translation>Knappste zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By deer</source>
        <translation>Nach Tier</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Nach Ort</translation>
    </message>
    <message>
        <source>By burst</source>
        <translation>Nach Serie</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>Kachelgröße</translation>
    </message>
    <message>
        <source>Size of the tiles (+ and -)</source>
        <translation>Kachelgröße (+ und -)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Ab diesem Tag</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>Bis zu diesem Tag</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Ab Tag</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>Bis Tag</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Alle Orte</translation>
    </message>
    <message>
        <source>Not used: %1 can be %2 or %3</source>
        <translation>Nicht benutzt: %1 kann %2 oder %3 sein</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>Nicht benutzt: %1</translation>
    </message>
    <message>
        <source>Not used: “%1” is no whole day</source>
        <translation>Nicht benutzt: „%1“ ist kein ganzer Tag</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Where are the photos?</source>
        <translation>Wo sind die Fotos?</translation>
    </message>
    <message>
        <source>None of %1 fits</source>
        <translation>Keine von %1 passt</translation>
    </message>
    <message>
        <source>None of %1 is known to have a picture here</source>
        <translation>Von keiner der %1 ist hier ein Bild bekannt</translation>
    </message>
    <message>
        <source>None of %1 has a picture here</source>
        <translation>Keine der %1 hat hier ein Bild</translation>
    </message>
    <message>
        <source>Say where they are, or untick “%1”.</source>
        <translation>Geben Sie an, wo sie sind, oder schalten Sie „%1“ aus.</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Nach Wert</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::GallerySets</name>
    <message>
        <source>From %1 up</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>All detections</source>
        <translation>Alle Detektionen</translation>
    </message>
    <message>
        <source>Lost in the funnel</source>
        <translation>Im Trichter verloren</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Perhaps one animal</source>
        <translation>Vielleicht ein Tier</translation>
    </message>
    <message>
        <source>Perhaps the wrong sex</source>
        <translation>Vielleicht das falsche Geschlecht</translation>
    </message>
    <message>
        <source>One animal&apos;s burst with two deer</source>
        <translation>Serie eines Tiers mit zwei Profilen</translation>
    </message>
    <message>
        <source>One deer twice in a photo</source>
        <translation>Ein Profil zweimal in einem Foto</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::GalleryView</name>
    <message>
        <source>Left / Right / Up / Down</source>
        <translation>Links / Rechts / Auf / Ab</translation>
    </message>
    <message>
        <source>Another pair; PgUp and PgDown a page</source>
        <translation>Ein anderes Paar; PgUp und PgDown eine Seite</translation>
    </message>
    <message>
        <source>Home / End</source>
        <translation>Home / End</translation>
    </message>
    <message>
        <source>The first / last pair</source>
        <translation>Das erste / letzte Paar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select or unselect the pair</source>
        <translation>Das Paar wählen oder abwählen</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the ids</source>
        <translation>Die IDs kopieren</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Enlarge the pair</source>
        <translation>Das Paar vergrößern</translation>
    </message>
    <message>
        <source>Size of the tiles (also Ctrl+wheel)</source>
        <translation>Kachelgröße (auch Ctrl+Mausrad)</translation>
    </message>
    <message>
        <source>G / Shift+G</source>
        <translation>G / Shift+G</translation>
    </message>
    <message>
        <source>Fold a group / unfold all</source>
        <translation>Eine Gruppe einklappen / alle ausklappen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close the gallery</source>
        <translation>Die Galerie schließen</translation>
    </message>
    <message>
        <source>image missing</source>
        <translation>Bild fehlt</translation>
    </message>
    <message>
        <source>image not read</source>
        <translation>Bild nicht gelesen</translation>
    </message>
    <message>
        <source>image unusable</source>
        <translation>Bild unbrauchbar</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>kein Foto</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 Vorsprung</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detektionen</translation>
    </message>
    <message>
        <source>Detection %1</source>
        <translation>Detektion %1</translation>
    </message>
    <message>
        <source>score %1 with %2</source>
        <translation>Wert %1 mit %2</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>%1 ahead of the next deer</source>
        <translation>%1 Vorsprung vor dem nächsten Tier</translation>
    </message>
    <message>
        <source>Shift+arrow / Shift+click</source>
        <translation>Shift+Pfeil / Shift+Klick</translation>
    </message>
    <message>
        <source>Select from here to there; also Shift+PgUp, PgDn, Home, End</source>
        <translation>Von hier bis dort auswählen; auch Shift+PgUp, PgDn, Home, End</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::HistogramPane</name>
    <message>
        <source>certified %1</source>
        <translation>zertifiziert %1</translation>
    </message>
    <message>
        <source>to be tried %1</source>
        <translation>zu prüfen %1</translation>
    </message>
    <message>
        <source>recommended %1</source>
        <translation>empfohlen %1</translation>
    </message>
    <message>
        <source>%1, and so all: %2</source>
        <translation>%1 und damit alle: %2</translation>
    </message>
    <message>
        <source>strangers would score</source>
        <translation>Werte von Fremden</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>zugeordnet</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>natural breaks</source>
        <translation>natürliche Lücken</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>assigned, selected at ≥ %1</source>
        <translation>zugeordnet, ausgewählt bei ≥ %1</translation>
    </message>
    <message>
        <source>% per 0.01</source>
        <translation>% je 0,01</translation>
    </message>
    <message>
        <source>cluster %1, %2%</source>
        <translation>Gruppe %1, %2&#xa0;%</translation>
    </message>
    <message>
        <source>in force %1</source>
        <translation>geltend %1</translation>
    </message>
    <message>
        <source>%1 alone %2</source>
        <translation>nur %1 %2</translation>
    </message>
    <message>
        <source>Strangers would score</source>
        <translation>Werte von Fremden</translation>
    </message>
    <message>
        <source>deer with no profile</source>
        <translation>Tiere ohne Profil</translation>
    </message>
    <message>
        <source>Best score %1 to %2</source>
        <translation>Bester Wert %1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::IntegrityList</name>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht anwendbar</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Es wurde noch nichts analysiert.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Deer: %1</source>
        <translation>Tiere: %1</translation>
    </message>
    <message>
        <source>Show the pairs</source>
        <translation>Paare zeigen</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>und weitere</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobActionBar</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save %1…</source>
        <translation>%1 speichern…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy %1 links</source>
        <translation>%1 Links kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Edit and run again</source>
        <translation>Bearbeiten und neu starten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Mend %1</source>
        <translation>%1 beheben</translation>
    </message>
    <message>
        <source>Reading the jobs…</source>
        <translation>Aufträge werden gelesen…</translation>
    </message>
    <message>
        <source>Jobs not read yet</source>
        <translation>Aufträge noch nicht gelesen</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Aufträge</translation>
    </message>
    <message>
        <source>All %1 selected</source>
        <translation>Alle %1 gewählt</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Waits for Redis</source>
        <translation>Wartet auf Redis</translation>
    </message>
    <message>
        <source>Not as it was: %1 isn&apos;t kept with the job</source>
        <translation>Nicht wie zuvor; beim Auftrag nicht aufbewahrt: %1</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobDelegate</name>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobDetails</name>
    <message>
        <source>Where are the photos?</source>
        <translation>Wo sind die Fotos?</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Kein Auftrag gewählt</translation>
    </message>
    <message>
        <source>Details of a job stand here when you choose one above.</source>
        <translation>Details eines Auftrags stehen hier, wenn Sie oben einen wählen.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Workers look for the photos in a folder of their own. This opens the one that is set for this computer.</source>
        <translation>Worker suchen die Fotos in einem eigenen Ordner. Dies öffnet den, der für diesen Rechner eingestellt ist.</translation>
    </message>
    <message>
        <source>Copy all details</source>
        <translation>Alle Details kopieren</translation>
    </message>
    <message>
        <source>Copy all details as text</source>
        <translation>Alle Details als Text kopieren</translation>
    </message>
    <message>
        <source>Fold the details (Space)</source>
        <translation>Die Details einklappen (Leertaste)</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>The export as it was at %1</source>
        <translation>Der Export, wie er um %1 war</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>, für %1</translation>
    </message>
    <message>
        <source>, made %1</source>
        <translation>, erstellt %1</translation>
    </message>
    <message>
        <source>No worker is online</source>
        <translation>Kein Worker ist online</translation>
    </message>
    <message>
        <source>No worker is ready</source>
        <translation>Kein Worker ist bereit</translation>
    </message>
    <message>
        <source>Waits for Redis</source>
        <translation>Wartet auf Redis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technisches</translation>
    </message>
    <message>
        <source>Start one (herdbook-worker), or ask who runs the deployment; the export is made if one starts by %1.</source>
        <translation>Starten Sie einen (herdbook-worker), oder fragen Sie, wer die Installation betreibt; der Export entsteht, wenn bis %1 einer startet.</translation>
    </message>
    <message>
        <source>Start one (herdbook-worker), or ask who runs the deployment.</source>
        <translation>Starten Sie einen (herdbook-worker), oder fragen Sie, wer die Installation betreibt.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobFiles</name>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>PDF reports (*.pdf)</source>
        <translation>PDF-Berichte (*.pdf)</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>ZIP-Archive (*.zip)</translation>
    </message>
    <message>
        <source>Saved as %1 in %2</source>
        <translation>Als %1 in %2 gespeichert</translation>
    </message>
    <message>
        <source>. Only its size could be compared with what was made</source>
        <translation>. Nur die Größe ließ sich mit dem Erstellten vergleichen</translation>
    </message>
    <message>
        <source>. Nothing is known to compare it with</source>
        <translation>. Nichts ist bekannt, womit sie zu vergleichen wäre</translation>
    </message>
    <message>
        <source>Nothing copied: without a web address, and with no export folder that answers, there is no link. Both are under Connection</source>
        <translation>Nichts kopiert: Ohne Webadresse und ohne einen Exportordner, der antwortet, gibt es keinen Link. Beides steht unter „Verbindung“</translation>
    </message>
    <message>
        <source>Not copied: the clipboard didn&apos;t take it</source>
        <translation>Nicht kopiert: Die Zwischenablage hat es nicht angenommen</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>%1 links copied</source>
        <translation>%1 Links kopiert</translation>
    </message>
    <message>
        <source>Copied where %1 on this machine. A link for others needs the web address, under Connection</source>
        <translation>Kopiert, wo %1 auf diesem Rechner. Ein Link für andere braucht die Webadresse, unter „Verbindung“</translation>
    </message>
    <message>
        <source>the file is</source>
        <translation>die Datei ist</translation>
    </message>
    <message>
        <source>%1 files are</source>
        <translation>%1 Dateien sind</translation>
    </message>
    <message>
        <source>No program on this machine opens %1 files</source>
        <translation>Kein Programm auf diesem Rechner öffnet %1-Dateien</translation>
    </message>
    <message>
        <source>Not all is saved yet: the disk hasn&apos;t answered for %1 s</source>
        <translation>Noch ist nicht alles gespeichert: Der Datenträger antwortet seit %1 s nicht</translation>
    </message>
    <message>
        <source>%1 is being downloaded already</source>
        <translation>%1 wird schon heruntergeladen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be downloaded</source>
        <translation>%1 kann nicht heruntergeladen werden</translation>
    </message>
    <message>
        <source>%1 of %2 files saved in %3. %4</source>
        <translation>%1 von %2 Dateien in %3 gespeichert. %4</translation>
    </message>
    <message>
        <source>%1 files saved in %2</source>
        <translation>%1 Dateien in %2 gespeichert</translation>
    </message>
    <message>
        <source>. Not all could be compared fully with what was made</source>
        <translation>. Nicht alle ließen sich vollständig mit dem Erstellten vergleichen</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobNotifier</name>
    <message>
        <source>Export ended, but something is wrong</source>
        <translation>Export beendet, aber etwas stimmt nicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export ready, but incomplete</source>
        <translation>Export fertig, aber unvollständig</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Export ready</source>
        <translation>Export fertig</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>Export fehlgeschlagen</translation>
    </message>
    <message>
        <source>Export lost</source>
        <translation>Export verloren</translation>
    </message>
    <message>
        <source>%1: Redis lost its data</source>
        <translation>%1: Redis hat seine Daten verloren</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>1 export ready</source>
        <translation>1 Export fertig</translation>
    </message>
    <message>
        <source>%1 exports ready</source>
        <translation>%1 Exporte fertig</translation>
    </message>
    <message>
        <source>1 export incomplete</source>
        <translation>1 Export unvollständig</translation>
    </message>
    <message>
        <source>%1 exports incomplete</source>
        <translation>%1 Exporte unvollständig</translation>
    </message>
    <message>
        <source>1 export with something wrong</source>
        <translation>1 Export, mit dem etwas nicht stimmt</translation>
    </message>
    <message>
        <source>%1 exports with something wrong</source>
        <translation>%1 Exporte, mit denen etwas nicht stimmt</translation>
    </message>
    <message>
        <source>1 export failed</source>
        <translation>1 Export fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 exports failed</source>
        <translation>%1 Exporte fehlgeschlagen</translation>
    </message>
    <message>
        <source>1 export not checked for gaps</source>
        <translation>1 Export nicht auf Lücken geprüft</translation>
    </message>
    <message>
        <source>%1 exports not checked for gaps</source>
        <translation>%1 Exporte nicht auf Lücken geprüft</translation>
    </message>
    <message>
        <source>Export ended</source>
        <translation>Export beendet</translation>
    </message>
    <message>
        <source>%1: whether its file is there isn’t known</source>
        <translation>%1: ob die Datei da ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>1 export whose file can’t be seen</source>
        <translation>1 Export, dessen Datei nicht zu sehen ist</translation>
    </message>
    <message>
        <source>%1 exports whose files can’t be seen</source>
        <translation>%1 Exporte, deren Dateien nicht zu sehen sind</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobTable</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Läuft ab in</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobTableModel</name>
    <message>
        <source>, %1 percent</source>
        <translation>, %1 Prozent</translation>
    </message>
    <message>
        <source>, expires soon, can still be saved</source>
        <translation>, läuft bald ab, kann noch gespeichert werden</translation>
    </message>
    <message>
        <source>Asked for on %1</source>
        <translation>Angefordert am %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>State and progress</source>
        <translation>Status und Fortschritt</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Besteller</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Läuft ab in</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobsController</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 jobs cancelled</source>
        <translation>%1 Aufträge abgebrochen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>Queued again</source>
        <translation>Erneut eingereiht</translation>
    </message>
    <message>
        <source>%1 jobs queued again</source>
        <translation>%1 Aufträge erneut eingereiht</translation>
    </message>
    <message>
        <source>: done</source>
        <translation>: erledigt</translation>
    </message>
    <message>
        <source>%1 jobs put right</source>
        <translation>%1 Aufträge berichtigt</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Removed %1 jobs</source>
        <translation>%1 Aufträge entfernt</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>, %1 not tried</source>
        <translation>, %1 nicht versucht</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobsPanel</name>
    <message>
        <source>Whose jobs</source>
        <translation>Wessen Aufträge</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Aufträge suchen</translation>
    </message>
    <message>
        <source>Shown %1</source>
        <translation>Gezeigt %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Redis holds about %1 more jobs than are listed here. Which ones are listed is Redis&apos;s choice, not the newest; counts and search leave the others out.</source>
        <translation>Redis hält etwa %1 Aufträge mehr, als hier aufgelistet sind. Welche aufgelistet sind, wählt Redis; es sind nicht die neuesten. Zahlen und Suche lassen die anderen aus.</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Meine %1</translation>
    </message>
    <message>
        <source>Files not looked at since %1: the export folder doesn&apos;t answer. Whether they are there isn&apos;t known.</source>
        <translation>Dateien seit %1 nicht nachgesehen: Der Exportordner antwortet nicht. Ob sie da sind, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Show 1 new job</source>
        <translation>1 neuen Auftrag zeigen</translation>
    </message>
    <message>
        <source>Show %1 new jobs</source>
        <translation>%1 neue Aufträge zeigen</translation>
    </message>
    <message>
        <source>Jobs that Redis no longer holds may be missing here. %1</source>
        <translation>Aufträge, die Redis nicht mehr hält, fehlen hier vielleicht. %1</translation>
    </message>
    <message>
        <source>The only job doesn&apos;t match</source>
        <translation>Der einzige Auftrag passt nicht</translation>
    </message>
    <message>
        <source>None of %1 jobs match</source>
        <translation>Keiner von %1 Aufträgen passt</translation>
    </message>
    <message>
        <source>No jobs to show yet</source>
        <translation>Noch keine Aufträge zu zeigen</translation>
    </message>
    <message>
        <source>They appear as soon as Redis answers.</source>
        <translation>Sie erscheinen, sobald Redis antwortet.</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>What you ask for on the left appears here.</source>
        <translation>Was Sie links anfordern, erscheint hier.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>As it was at %1</source>
        <translation>Stand von %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Waiting or running</source>
        <translation>Wartet oder läuft</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>No longer in Redis</source>
        <translation>Nicht mehr in Redis</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Show or fold the details</source>
        <translation>Details zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation>%1 Zeilen kopiert</translation>
    </message>
    <message>
        <source>Title, kind, id</source>
        <translation>Titel, Art, ID</translation>
    </message>
    <message>
        <source>No program opens the folder %1</source>
        <translation>Kein Programm öffnet den Ordner %1</translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::LayerLegend</name>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Logarithmic scale (L)</source>
        <translation>Logarithmische Skala (L)</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Bins over the range shown, %1 to %2, or auto: Freedman and Diaconis&apos; rule for each layer</source>
        <translation>Balken im gezeigten Bereich, %1 bis %2, oder auto: die Regel von Freedman und Diaconis für jede Schicht</translation>
    </message>
    <message>
        <source>Type a whole number from %1 to %2, or auto</source>
        <translation>Geben Sie eine ganze Zahl von %1 bis %2 ein, oder auto</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::LayerSwitch</name>
    <message>
        <source>Own-profile scores of the assigned: selected at the threshold in force, so its left edge is an artifact</source>
        <translation>Werte der Zugeordneten mit dem eigenen Profil: ausgewählt bei der geltenden Schwelle, darum ist der linke Rand künstlich</translation>
    </message>
    <message>
        <source>What deer with no profile would score, found by searching for detections of the other sex</source>
        <translation>Was Tiere ohne Profil erreichen würden, ermittelt durch Suche nach Detektionen des anderen Geschlechts</translation>
    </message>
    <message>
        <source>Kernel density of the unassigned, bandwidth by the improved Sheather-Jones rule</source>
        <translation>Kerndichte der nicht Zugeordneten, Bandbreite nach der verbesserten Regel von Sheather und Jones</translation>
    </message>
    <message>
        <source>Valleys of the density: description only, never a reason for a threshold</source>
        <translation>Täler der Dichte: nur Beschreibung, nie ein Grund für eine Schwelle</translation>
    </message>
    <message>
        <source>Best scores of the unassigned detections</source>
        <translation>Beste Werte der nicht zugeordneten Detektionen</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::LetterheadDialog</name>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>it can&apos;t be drawn</source>
        <translation>es lässt sich nicht zeichnen</translation>
    </message>
    <message>
        <source>A logo is a PNG, or an SVG without references; %1</source>
        <translation>Ein Logo ist ein PNG oder ein SVG ohne Verweise; %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Letterhead of this profile</source>
        <translation>Briefkopf dieses Profils</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Auftraggeber</translation>
    </message>
    <message>
        <source>Footer line</source>
        <translation>Fußzeile</translation>
    </message>
    <message>
        <source>For reports without a title of their own</source>
        <translation>Für Berichte ohne eigenen Titel</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Bilder (*.png *.svg)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::MoreFields</name>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Activity by hour</source>
        <translation>Aktivität nach Stunden</translation>
    </message>
    <message>
        <source>Locations and map</source>
        <translation>Standorte und Karte</translation>
    </message>
    <message>
        <source>Known deer</source>
        <translation>Bekannte Tiere</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Phase of the moon</source>
        <translation>Mondphase</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Letterhead…</source>
        <translation>Briefkopf…</translation>
    </message>
    <message>
        <source>Client, logo and footer of the reports from this database</source>
        <translation>Auftraggeber, Logo und Fußzeile der Berichte aus dieser Datenbank</translation>
    </message>
    <message>
        <source>Sections of the report, in their order</source>
        <translation>Abschnitte des Berichts, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Detection ids</source>
        <translation>Detektions-IDs</translation>
    </message>
    <message>
        <source>Paste ids, one a line; the period is left out then</source>
        <translation>IDs einfügen, eine je Zeile; der Zeitraum entfällt dann</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>All locations</source>
        <translation>Alle Standorte</translation>
    </message>
    <message>
        <source>As read before: %1</source>
        <translation>Wie zuvor gelesen: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The database has no locations</source>
        <translation>Die Datenbank hat keine Standorte</translation>
    </message>
    <message>
        <source>%1 chosen, not in this database</source>
        <translation>%1 gewählt, nicht in dieser Datenbank</translation>
    </message>
    <message>
        <source>%1 chosen, %2 not in this database</source>
        <translation>%1 gewählt, %2 nicht in dieser Datenbank</translation>
    </message>
    <message>
        <source>1 location chosen</source>
        <translation>1 Standort gewählt</translation>
    </message>
    <message>
        <source>%1 locations chosen</source>
        <translation>%1 Standorte gewählt</translation>
    </message>
    <message>
        <source>German was asked for; reports are written in English, and say so.</source>
        <translation>Deutsch war verlangt; Berichte sind englisch geschrieben und sagen es.</translation>
    </message>
    <message>
        <source>Spanish was asked for; reports are written in English, and say so.</source>
        <translation>Spanisch war verlangt; Berichte sind englisch geschrieben und sagen es.</translation>
    </message>
    <message>
        <source>Locations: %1</source>
        <translation>Standorte: %1</translation>
    </message>
    <message>
        <source>It is made even where there are no detections.</source>
        <translation>Er entsteht auch, wenn es keine Detektionen gibt.</translation>
    </message>
    <message>
        <source>Its days are those of %1.</source>
        <translation>Seine Tage sind die von %1.</translation>
    </message>
    <message>
        <source>None checked: the usual report, with what is checked above.</source>
        <translation>Nichts angehakt: der übliche Bericht mit dem, was oben angehakt ist.</translation>
    </message>
    <message>
        <source>Only these, in this order, without what isn&apos;t checked above.</source>
        <translation>Nur diese, in dieser Reihenfolge, ohne das, was oben nicht angehakt ist.</translation>
    </message>
    <message>
        <source>1 id</source>
        <translation>1 ID</translation>
    </message>
    <message>
        <source>%1 ids</source>
        <translation>%1 IDs</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::NextStepsCard</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Copy this for the maintainer</source>
        <translation>Für den Betreuer kopieren</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::Notice</name>
    <message>
        <source>Saved so far</source>
        <translation>Bisher gespeichert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Den Hinweis schließen</translation>
    </message>
    <message>
        <source>Saving, %1%</source>
        <translation>Wird gespeichert, %1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::OfflineBar</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>Back after %1</source>
        <translation>Wieder da nach %1</translation>
    </message>
    <message>
        <source>Jobs a worker already holds go on.</source>
        <translation>Aufträge, die ein Worker schon hat, laufen weiter.</translation>
    </message>
    <message>
        <source>Redis refuses the connection since %1.</source>
        <translation>Redis lehnt die Verbindung seit %1 ab.</translation>
    </message>
    <message>
        <source>Redis unreachable since %1.</source>
        <translation>Redis seit %1 nicht erreichbar.</translation>
    </message>
    <message>
        <source>Next try in %1 s. %2</source>
        <translation>Nächster Versuch in %1 s. %2</translation>
    </message>
    <message>
        <source>Trying now. %1</source>
        <translation>Neuer Versuch läuft. %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PageHeader</name>
    <message>
        <source>Analyze</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <source>Re-ID</source>
        <translation>Re-ID</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Charts as %1…</source>
        <translation>Diagramme als %1…</translation>
    </message>
    <message>
        <source>Copy the charts</source>
        <translation>Die Diagramme kopieren</translation>
    </message>
    <message>
        <source>Copy the settings line</source>
        <translation>Einstellungszeile kopieren</translation>
    </message>
    <message>
        <source>Analyze to see how well the automatic re-identification does.</source>
        <translation>Analysieren Sie, um zu sehen, wie gut die automatische Wiedererkennung ist.</translation>
    </message>
    <message>
        <source>Analyze again</source>
        <translation>Erneut analysieren</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 Profil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 Profile</translation>
    </message>
    <message>
        <source>, analyzed %1 in %2 s</source>
        <translation>, analysiert %1 in %2 s</translation>
    </message>
    <message>
        <source>the result of %1</source>
        <translation>das Ergebnis von %1</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 Detektion</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 Detektionen</translation>
    </message>
    <message>
        <source>, %1 assigned at %2, </source>
        <translation>, %1 zugeordnet bei %2, </translation>
    </message>
    <message>
        <source>out of date: the result of %1</source>
        <translation>veraltet: das Ergebnis von %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PagePopup</name>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Making the first page…</source>
        <translation>Die erste Seite wird erstellt…</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PairView</name>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Night contrast</source>
        <translation>Nachtkontrast</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Looking here decides nothing and is not recorded; a trial does that.</source>
        <translation>Hier zu schauen entscheidet nichts und wird nicht aufgezeichnet; das tut eine Prüfung.</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Voriges Paar</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Nächstes Paar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Both pictures zoom and move together</source>
        <translation>Beide Bilder werden zusammen vergrößert und bewegt</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>The same deer?</source>
        <translation>Dasselbe Tier?</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>%1 ahead of the next deer, %2</source>
        <translation>%1 Vorsprung vor dem nächsten Tier, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>This detection</source>
        <translation>Diese Detektion</translation>
    </message>
    <message>
        <source>as the camera saw it</source>
        <translation>wie die Kamera sie sah</translation>
    </message>
    <message>
        <source>Same burst</source>
        <translation>Dieselbe Serie</translation>
    </message>
    <message>
        <source>%1: founder, then over its time</source>
        <translation>%1: Gründer, dann über seine Zeit verteilt</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Next closest: %1, %2</source>
        <translation>Nächstähnliches: %1, %2</translation>
    </message>
    <message>
        <source>the next closest deer, for comparison</source>
        <translation>das nächstähnliche Tier, zum Vergleich</translation>
    </message>
    <message>
        <source>The other detection</source>
        <translation>Die andere Detektion</translation>
    </message>
    <message>
        <source>the founder of the profile</source>
        <translation>der Gründer des Profils</translation>
    </message>
    <message>
        <source>another photo of the profile</source>
        <translation>ein anderes Foto des Profils</translation>
    </message>
    <message>
        <source>No picture is known</source>
        <translation>Kein Bild ist bekannt</translation>
    </message>
    <message>
        <source>Looking for the picture</source>
        <translation>Das Bild wird gesucht</translation>
    </message>
    <message>
        <source>Where the picture is isn&apos;t known</source>
        <translation>Wo das Bild ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>The picture can&apos;t be shown</source>
        <translation>Das Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The picture is missing</source>
        <translation>Das Bild fehlt</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>Links / Rechts</translation>
    </message>
    <message>
        <source>The pair before / after (also Up, Down and Space)</source>
        <translation>Das Paar davor / danach (auch Auf, Ab und Leertaste)</translation>
    </message>
    <message>
        <source>Home / End</source>
        <translation>Home / End</translation>
    </message>
    <message>
        <source>The first / last pair</source>
        <translation>Das erste / letzte Paar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select or unselect the pair</source>
        <translation>Das Paar wählen oder abwählen</translation>
    </message>
    <message>
        <source>Bring a small photo to the right pane</source>
        <translation>Ein kleines Foto in die rechte Hälfte holen</translation>
    </message>
    <message>
        <source>Mirrored view of the right photo on or off</source>
        <translation>Rechtes Foto gespiegelt zeigen, ein oder aus</translation>
    </message>
    <message>
        <source>Night contrast on or off</source>
        <translation>Nachtkontrast ein oder aus</translation>
    </message>
    <message>
        <source>Boxes on or off</source>
        <translation>Rahmen ein oder aus</translation>
    </message>
    <message>
        <source>Larger / smaller / as at first</source>
        <translation>Größer / kleiner / wie anfangs</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Back to the pairs</source>
        <translation>Zurück zu den Paaren</translation>
    </message>
    <message>
        <source>%1: closest photo, then over its time</source>
        <translation>%1: ähnlichstes Foto, dann über seine Zeit verteilt</translation>
    </message>
    <message>
        <source>the photo closest to the profile</source>
        <translation>das dem Profil ähnlichste Foto</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PdfViewer</name>
    <message>
        <source>Pages of the document</source>
        <translation>Seiten des Dokuments</translation>
    </message>
    <message>
        <source>Page back (Page Up)</source>
        <translation>Seite zurück (Page Up)</translation>
    </message>
    <message>
        <source>Page on (Page Down)</source>
        <translation>Seite vor (Page Down)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>An die Breite anpassen (0)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the document (Ctrl+S)</source>
        <translation>Das Dokument speichern (Ctrl+S)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Print the document (Ctrl+P)</source>
        <translation>Das Dokument drucken (Ctrl+P)</translation>
    </message>
    <message>
        <source>The document can&apos;t be shown: it is no whole PDF.</source>
        <translation>Das Dokument kann nicht gezeigt werden: Es ist kein vollständiges PDF.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1: its disk doesn&apos;t answer</source>
        <translation>%1: Der Datenträger antwortet nicht</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Das Dokument speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Not printed: the printer didn&apos;t take the document</source>
        <translation>Nicht gedruckt: Der Drucker hat das Dokument nicht angenommen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PeriodFields</name>
    <message>
        <source>Add period</source>
        <translation>Zeitraum hinzufügen</translation>
    </message>
    <message>
        <source>Periods to compare</source>
        <translation>Zu vergleichende Zeiträume</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>Zeitraum %1</translation>
    </message>
    <message>
        <source>%1 name</source>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>Take this period away</source>
        <translation>Diesen Zeitraum wegnehmen</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Own periods</source>
        <translation>Eigene Zeiträume</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PictureIndex</name>
    <message>
        <source>Stopped looking for pictures</source>
        <translation>Bildersuche angehalten</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PresetBox</name>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Own dates</source>
        <translation>Eigene Tage</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PreviewBox</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::RatePane</name>
    <message>
        <source>goal %1%, %2% more than now</source>
        <translation>Ziel %1&#xa0;%, %2&#xa0;% mehr als jetzt</translation>
    </message>
    <message>
        <source>Assigned, share of %L1 detections</source>
        <translation>Zugeordnet, Anteil von %L1 Detektionen</translation>
    </message>
    <message>
        <source>At %1: %L2 of %L3 detections assigned (%4%), %L5 of them new</source>
        <translation>Bei %1: %L2 von %L3 Detektionen zugeordnet (%4&#xa0;%), %L5 davon neu</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::RawStatus</name>
    <message>
        <source>Technical</source>
        <translation>Technisches</translation>
    </message>
    <message>
        <source>What Redis and the workers say, by their names for it</source>
        <translation>Was Redis und die Worker sagen, mit ihren eigenen Namen dafür</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Copy the job id</source>
        <translation>Die Auftrags-ID kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the status key&apos;s value</source>
        <translation>Den Wert des Statusschlüssels kopieren</translation>
    </message>
    <message>
        <source>Status key as it is in Redis</source>
        <translation>Statusschlüssel, wie er in Redis steht</translation>
    </message>
    <message>
        <source>No status key</source>
        <translation>Kein Statusschlüssel</translation>
    </message>
    <message>
        <source>Status key as last read</source>
        <translation>Statusschlüssel, wie zuletzt gelesen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>job id, status key, worker, attempts, JSON</source>
        <translation>Auftrags-ID, Statusschlüssel, Worker, Versuche, JSON</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::RecommendationCard</name>
    <message>
        <source>%1 meet the goal nowhere</source>
        <translation>%1 erreichen das Ziel nirgends</translation>
    </message>
    <message>
        <source>%1 meet the goal at %2 only</source>
        <translation>%1 erreichen das Ziel nur bei %2</translation>
    </message>
    <message>
        <source>%1 already at %2</source>
        <translation>%1 schon bei %2</translation>
    </message>
    <message>
        <source>Certified %1</source>
        <translation>Zertifiziert %1</translation>
    </message>
    <message>
        <source>Estimated, not certified</source>
        <translation>Geschätzt, nicht zertifiziert</translation>
    </message>
    <message>
        <source>A trial first</source>
        <translation>Erst eine Prüfung</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Keine Zahl</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>from nothing</source>
        <translation>von null an</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, höchstens %2</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>Warum.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Nicht bekannt.</translation>
    </message>
    <message>
        <source>Try it in a trial…</source>
        <translation>Prüfung beginnen…</translation>
    </message>
    <message>
        <source>Full reason</source>
        <translation>Ganze Begründung</translation>
    </message>
    <message>
        <source>Not analyzed</source>
        <translation>Nicht analysiert</translation>
    </message>
    <message>
        <source>Analyze to learn which threshold can be defended.</source>
        <translation>Analysieren Sie, um zu erfahren, welche Schwelle sich vertreten lässt.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>instead of %1</source>
        <translation>statt %1</translation>
    </message>
    <message>
        <source>Try %1 in a trial…</source>
        <translation>Prüfung mit %1…</translation>
    </message>
    <message>
        <source>What is missing.</source>
        <translation>Was fehlt.</translation>
    </message>
    <message>
        <source>Only people who look can tell whether %1 would do.</source>
        <translation>Nur Menschen, die hinsehen, können sagen, ob %1 taugt.</translation>
    </message>
    <message>
        <source>No threshold can be defended on this data.</source>
        <translation>Mit diesen Daten lässt sich keine Schwelle vertreten.</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>keine Belege</translation>
    </message>
    <message>
        <source>weak evidence</source>
        <translation>schwache Belege</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>starke Belege</translation>
    </message>
    <message>
        <source>Certified, in doubt</source>
        <translation>Zertifiziert, zweifelhaft</translation>
    </message>
    <message>
        <source>up to %1% in one sex alone:</source>
        <translation>bis %1 % bei einem Geschlecht allein:</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ReidPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>By sex</source>
        <translation>Geschlechter</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Nicht gespeichert.</translation>
    </message>
    <message>
        <source>Full reason</source>
        <translation>Ganze Begründung</translation>
    </message>
    <message>
        <source>Analyzing.</source>
        <translation>Analyse läuft.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>The analysis failed.</source>
        <translation>Die Analyse ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1. It is tried again by itself.</source>
        <translation>%1. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Diagnosis (%1)</source>
        <translation>Diagnose (%1)</translation>
    </message>
    <message>
        <source>Checks with a warning or failure: %1</source>
        <translation>Kontrollen mit Warnung oder Fehler: %1</translation>
    </message>
    <message>
        <source>Analyze</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>Links / Rechts</translation>
    </message>
    <message>
        <source>Move the threshold by 0.005 (Shift 0.0005, Ctrl 0.05)</source>
        <translation>Die Schwelle um 0,005 verschieben (Shift 0,0005, Ctrl 0,05)</translation>
    </message>
    <message>
        <source>To the threshold in force / recommended</source>
        <translation>Zur geltenden / empfohlenen Schwelle</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+Ziehen</translation>
    </message>
    <message>
        <source>Brush a range of scores; Esc clears it</source>
        <translation>Einen Bereich von Werten markieren; Esc löscht ihn</translation>
    </message>
    <message>
        <source>Ctrl+wheel / Ctrl+drag</source>
        <translation>Ctrl+Mausrad / Ctrl+Ziehen</translation>
    </message>
    <message>
        <source>Zoom; double click shows all again</source>
        <translation>Zoomen; Doppelklick zeigt wieder alles</translation>
    </message>
    <message>
        <source>Take an added threshold out of the sweep</source>
        <translation>Eine hinzugefügte Schwelle aus der Reihe nehmen</translation>
    </message>
    <message>
        <source>Left / Right / Up / Down</source>
        <translation>Links / Rechts / Auf / Ab</translation>
    </message>
    <message>
        <source>In the likeness map: another two profiles</source>
        <translation>In der Ähnlichkeitskarte: zwei andere Profile</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In the likeness map: show their photos</source>
        <translation>In der Ähnlichkeitskarte: ihre Fotos zeigen</translation>
    </message>
    <message>
        <source>Up / Down</source>
        <translation>Auf / Ab</translation>
    </message>
    <message>
        <source>In the funnel: another step</source>
        <translation>Im Trichter: ein anderer Schritt</translation>
    </message>
    <message>
        <source>In the funnel: show what the step lost</source>
        <translation>Im Trichter: zeigen, was der Schritt verlor</translation>
    </message>
    <message>
        <source>In what looks suspicious: enlarge the pair (also Space)</source>
        <translation>Bei „Was verdächtig aussieht“: das Paar vergrößern (auch Leertaste)</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>In what looks suspicious: copy the ids</source>
        <translation>Bei „Was verdächtig aussieht“: die IDs kopieren</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>Please enter this profile’s password.</source>
        <translation>Bitte geben Sie das Passwort dieses Profils ein.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ReportTab</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Sweep, CSV…</source>
        <translation>Reihe, CSV…</translation>
    </message>
    <message>
        <source>Chart, PNG…</source>
        <translation>Bild, PNG…</translation>
    </message>
    <message>
        <source>Chart, SVG…</source>
        <translation>Bild, SVG…</translation>
    </message>
    <message>
        <source>For operations</source>
        <translation>Für den Betrieb</translation>
    </message>
    <message>
        <source>The setting for the threshold at the cursor:</source>
        <translation>Die Einstellung für die Schwelle am Zeiger:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the settings line</source>
        <translation>Einstellungszeile kopieren</translation>
    </message>
    <message>
        <source>Laying out the report…</source>
        <translation>Der Bericht wird gesetzt…</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Es wurde noch nichts analysiert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SharePane</name>
    <message>
        <source>the other sex</source>
        <translation>dem anderen Geschlecht</translation>
    </message>
    <message>
        <source>either sex</source>
        <translation>beiden Geschlechtern</translation>
    </message>
    <message>
        <source>the same sex</source>
        <translation>demselben Geschlecht</translation>
    </message>
    <message>
        <source>limit %1%</source>
        <translation>Grenze %1&#xa0;%</translation>
    </message>
    <message>
        <source>up to the %1% bound</source>
        <translation>bis zur Obergrenze (%1&#xa0;%)</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>by hidden profiles</source>
        <translation>mit verborgenen Profilen</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>not told: the data isn&apos;t sound</source>
        <translation>keine Angabe: die Daten sind nicht in Ordnung</translation>
    </message>
    <message>
        <source>not told: the threshold in force is itself unsound</source>
        <translation>keine Angabe: die geltende Schwelle ist selbst nicht haltbar</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>none new</source>
        <translation>keine neuen</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, höchstens %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SimilarityMap</name>
    <message>
        <source>Likeness of the profiles</source>
        <translation>Ähnlichkeit der Profile</translation>
    </message>
    <message>
        <source>%1 and %2: likeness %3 (cosine)</source>
        <translation>%1 und %2: Ähnlichkeit %3 (Kosinus)</translation>
    </message>
    <message>
        <source>Not known: only vectors tell how alike profiles are.</source>
        <translation>Nicht bekannt: Nur Vektoren sagen, wie ähnlich sich Profile sind.</translation>
    </message>
    <message>
        <source>1: alike;  ring: one animal?</source>
        <translation>1: gleich;  Ring: ein Tier?</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 Profil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 Profile</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SummaryStrip</name>
    <message>
        <source>+0 assigned: nothing unassigned scores that high</source>
        <translation>+0 zugeordnet: Keine offene Detektion hat einen so hohen Wert</translation>
    </message>
    <message>
        <source>+%1 assigned; how many wrong is not known</source>
        <translation>+%1 zugeordnet; wie viele falsch sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>+%1 assigned, %2 wrong (at most %3)</source>
        <translation>+%1 zugeordnet, %2 falsch (höchstens %3)</translation>
    </message>
    <message>
        <source>Show detections</source>
        <translation>Detektionen zeigen</translation>
    </message>
    <message>
        <source>Looser by 0.005 (Left)</source>
        <translation>Um 0,005 lockerer (Pfeil links)</translation>
    </message>
    <message>
        <source>Stricter by 0.005 (Right)</source>
        <translation>Um 0,005 strenger (Pfeil rechts)</translation>
    </message>
    <message>
        <source>Looser</source>
        <translation>Lockerer</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>Strenger</translation>
    </message>
    <message>
        <source>Add to sweep</source>
        <translation>Zur Reihe</translation>
    </message>
    <message>
        <source>Show %1 to %2</source>
        <translation>%1 bis %2 zeigen</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet</source>
        <translation>Es wurde noch nichts analysiert</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SuspectsView</name>
    <message>
        <source>a deer without a profile</source>
        <translation>ein Tier ohne Profil</translation>
    </message>
    <message>
        <source>Kind of suspicion</source>
        <translation>Art des Verdachts</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Doppelgänger</translation>
    </message>
    <message>
        <source>Wrong sexes</source>
        <translation>Falsche Geschlechter</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>This data doesn&apos;t show whether there are any.</source>
        <translation>Diese Daten zeigen nicht, ob es welche gibt.</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Es wurde noch nichts analysiert.</translation>
    </message>
    <message>
        <source> No pair has a photo.</source>
        <translation> Kein Paar hat ein Foto.</translation>
    </message>
    <message>
        <source> 1 of %L1 pairs has a photo.</source>
        <translation> 1 von %L1 Paaren hat ein Foto.</translation>
    </message>
    <message>
        <source> %L1 of %L2 pairs have a photo.</source>
        <translation> %L1 von %L2 Paaren haben ein Foto.</translation>
    </message>
    <message>
        <source>%1 and %2 may be one animal: over half of one&apos;s detections match the other, too.</source>
        <translation>%1 und %2 sind vielleicht ein Tier: Über die Hälfte der Detektionen des einen passt auch zum anderen.</translation>
    </message>
    <message>
        <source>%1 and %2 may be one animal: their profiles are as alike as a match, %3.</source>
        <translation>%1 und %2 sind vielleicht ein Tier: Ihre Profile sind sich so ähnlich wie ein Treffer, %3.</translation>
    </message>
    <message>
        <source>%1 was given to two animals of one photo.</source>
        <translation>%1 wurde zwei Tieren eines Fotos zugeordnet.</translation>
    </message>
    <message>
        <source>%1 would be given to two animals of one photo, from %2 down.</source>
        <translation>%1 würde zwei Tieren eines Fotos zugeordnet, von %2 abwärts.</translation>
    </message>
    <message>
        <source>Detection %1 may have the wrong sex: %2 with %3, only %4 with the closest deer of its own sex.</source>
        <translation>Detektion %1 hat vielleicht das falsche Geschlecht: %2 mit %3, nur %4 mit dem ähnlichsten Tier des eigenen Geschlechts.</translation>
    </message>
    <message>
        <source>Suspicious pairs</source>
        <translation>Verdächtige Paare</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all pairs of this kind in the gallery</source>
        <translation>Alle Paare dieser Art in der Galerie zeigen</translation>
    </message>
    <message>
        <source>One burst of one animal has two deer: %1 and %2.</source>
        <translation>Eine Serie eines Tiers hat zwei Profile: %1 und %2.</translation>
    </message>
    <message>
        <source>One burst of one animal would have two deer, %1 and %2, from %3 down.</source>
        <translation>Eine Serie eines Tiers hätte zwei Profile, %1 und %2, von %3 abwärts.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SweepCard</name>
    <message>
        <source>Sweep</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Add threshold</source>
        <translation>Schwelle hinzufügen</translation>
    </message>
    <message>
        <source>Threshold sweep</source>
        <translation>Schwellenreihe</translation>
    </message>
    <message>
        <source>0.20 to 1.00, such as 0.58</source>
        <translation>0,20 bis 1,00, etwa 0,58</translation>
    </message>
    <message>
        <source>Threshold to add</source>
        <translation>Hinzuzufügende Schwelle</translation>
    </message>
    <message>
        <source>Which?</source>
        <translation>Welche?</translation>
    </message>
    <message>
        <source>Type a number from 0.20 to 1.00</source>
        <translation>Geben Sie eine Zahl von 0,20 bis 1,00 ein</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SweepModel</name>
    <message>
        <source>%1, from</source>
        <translation>%1, von</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source> %1 to %2: %3 more detections assigned</source>
        <translation> %1 bis %2: %3 weitere Detektionen zugeordnet</translation>
    </message>
    <message>
        <source>, %1 of them wrong</source>
        <translation>, %1 davon falsch</translation>
    </message>
    <message>
        <source>; the wrong share is at most %1 instead of %2</source>
        <translation>; der falsche Anteil ist höchstens %1 statt %2</translation>
    </message>
    <message>
        <source>%1 of %L2 detections</source>
        <translation>%1 mit %L2 Detektionen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 alone: </source>
        <translation>nur %1: </translation>
    </message>
    <message>
        <source>The %1 only, at the loosest threshold at which at most %2% of their new assignments are wrong. Rate is of their %L3 detections, False of their %L4 unassigned ones, not of all.</source>
        <translation>Nur %1, bei der lockersten Schwelle, bei der höchstens %2&#xa0;% ihrer neuen Zuordnungen falsch sind. „Anteil“ gilt für ihre %L3 Detektionen, „Fremde“ für ihre %L4 nicht zugeordneten, nicht für alle.</translation>
    </message>
    <message>
        <source>Assign where the best score is at least this</source>
        <translation>Zuordnen, wo der beste Wert mindestens so hoch ist</translation>
    </message>
    <message>
        <source>Unassigned detections that would get a profile</source>
        <translation>Nicht zugeordnete Detektionen, die ein Profil bekämen</translation>
    </message>
    <message>
        <source>Share of all detections (of a sex, in its row) that would be assigned</source>
        <translation>Anteil aller Detektionen (eines Geschlechts in dessen Zeile), die zugeordnet wären</translation>
    </message>
    <message>
        <source>Estimated share of the new assignments that would be wrong</source>
        <translation>Geschätzter Anteil der neuen Zuordnungen, die falsch wären</translation>
    </message>
    <message>
        <source>Upper 95% bound of the wrong share</source>
        <translation>Obergrenze (95&#xa0;%) des falschen Anteils</translation>
    </message>
    <message>
        <source>Score ≥</source>
        <translation>Wert ≥</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis zu</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>False matches as a share of the unassigned (FPIR)</source>
        <translation>Falsche Treffer als Anteil der nicht zugeordneten (FPIR)</translation>
    </message>
    <message>
        <source>Rows with a mark are of one sex alone, in which up to %1% may be wrong: %2.</source>
        <translation>Markierte Zeilen gelten nur für ein Geschlecht, bei dem bis %1 % falsch sein dürfen: %2.</translation>
    </message>
    <message>
        <source>All rows are estimates, that of the certified threshold too; the certificate is in none of them.</source>
        <translation>Alle Zeilen sind Schätzungen, auch die der zertifizierten Schwelle; das Zertifikat steckt in keiner.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::TimelineView</name>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Asked for, %1 in the queue</source>
        <translation>Angefordert, Platz %1 in der Warteschlange</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Zurück in der Warteschlange</translation>
    </message>
    <message>
        <source>Taken, attempt %1</source>
        <translation>Übernommen, Versuch %1</translation>
    </message>
    <message>
        <source>Taken by %1, attempt %2</source>
        <translation>Übernommen von %1, Versuch %2</translation>
    </message>
    <message>
        <source>The worker fell silent, nobody took over</source>
        <translation>Der Worker verstummte, niemand übernahm</translation>
    </message>
    <message>
        <source>The worker on %1 fell silent</source>
        <translation>Der Worker auf %1 verstummte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>File found missing</source>
        <translation>Datei fehlte</translation>
    </message>
    <message>
        <source>Found missing in Redis</source>
        <translation>Fehlte in Redis</translation>
    </message>
    <message>
        <source>Found removed</source>
        <translation>War entfernt worden</translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation>Übernommen von %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::TradeoffTab</name>
    <message>
        <source>What a looser threshold costs</source>
        <translation>Was eine lockerere Schwelle kostet</translation>
    </message>
    <message>
        <source>thick line: estimate; band: up to the 95% bound; thin lines: what each search found by itself</source>
        <translation>dicke Linie: Schätzung; Band: bis zur Obergrenze (95&#xa0;%); dünne Linien: was jede Suche für sich fand</translation>
    </message>
    <message>
        <source>Wrong share over the threshold</source>
        <translation>Falscher Anteil je Schwelle</translation>
    </message>
    <message>
        <source>best similarity score among the profiles it may match</source>
        <translation>bester Ähnlichkeitswert unter den möglichen Profilen</translation>
    </message>
    <message>
        <source>Missed against wrong</source>
        <translation>Verpasste gegen falsche</translation>
    </message>
    <message>
        <source>Detection error trade-off (DET) curve of the scores</source>
        <translation>Abwägung der Erkennungsfehler (DET-Kurve) der Werte</translation>
    </message>
    <message>
        <source>optimistic</source>
        <translation>optimistisch</translation>
    </message>
    <message>
        <source>Right matches were selected at ≥ %1.</source>
        <translation>Richtige Treffer wurden bei ≥ %1 ausgewählt.</translation>
    </message>
    <message>
        <source>A right match outscores a wrong one in %1% of pairs. At %2 as large a share of the right ones is missed as of the wrong ones passes: %3. From %4 right and %5 wrong matches. The right ones are those of assigned detections, so weak matches are missing among them and all of this flatters.</source>
        <translation>Ein richtiger Treffer hat in %1&#xa0;% der Paare einen höheren Wert als ein falscher. Bei %2 wird ein ebenso großer Anteil der richtigen verpasst, wie von den falschen durchkommt: %3. Aus %4 richtigen und %5 falschen Treffern. Die richtigen sind die der zugeordneten Detektionen; schwache Treffer fehlen also darunter, und all dies sieht besser aus, als es ist.</translation>
    </message>
    <message>
        <source>Genuine against impostor scores: AUC %1, d&apos; %2, equal error rate %3</source>
        <translation>Echte gegen fremde Werte: AUC %1, d&apos; %2, Gleichfehlerrate %3</translation>
    </message>
    <message>
        <source>False matches as a share of the unassigned, over the threshold</source>
        <translation>Falsche Treffer als Anteil der nicht zugeordneten, je Schwelle</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::WrongSharePane</name>
    <message>
        <source>At %1: wrong share %2, at most %3
searching among %7 (decoys) %4, with profiles hidden (split gallery) %5, of a second animal under one profile %8, seen to contradict each other %6</source>
        <translation>Bei %1: falscher Anteil %2, höchstens %3
bei Suche unter %7 (Köder) %4, mit verborgenen Profilen (geteilte Galerie) %5, von einem zweiten Tier unter einem Profil %8, im Widerspruch zueinander gesehen %6</translation>
    </message>
    <message>
        <source>Wrong share of the new ones</source>
        <translation>Falscher Anteil der neuen</translation>
    </message>
</context>
<context>
    <name>layout</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>known different pair</source>
        <translation>Kontrollpaar</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
</context>
</TS>
