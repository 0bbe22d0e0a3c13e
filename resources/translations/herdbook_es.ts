<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Class</name>
    <message>
        <source>buck</source>
        <translation>macho</translation>
    </message>
    <message>
        <source>doe</source>
        <translation>hembra</translation>
    </message>
    <message>
        <source>fawn</source>
        <translation>cría</translation>
    </message>
    <message>
        <source>mature buck</source>
        <translation>macho maduro</translation>
    </message>
    <message>
        <source>mid-aged buck</source>
        <translation>macho de edad media</translation>
    </message>
    <message>
        <source>young buck</source>
        <translation>macho joven</translation>
    </message>
    <message>
        <source>deer of unknown class</source>
        <translation>venado de clase desconocida</translation>
    </message>
    <message>
        <source>cattle</source>
        <translation>ganado</translation>
    </message>
    <message>
        <source>pig</source>
        <translation>cerdo</translation>
    </message>
    <message>
        <source>raccoon</source>
        <translation>mapache</translation>
    </message>
    <message>
        <source>another animal</source>
        <translation>otro animal</translation>
    </message>
    <message>
        <source>mature</source>
        <translation>maduro</translation>
    </message>
    <message>
        <source>mid</source>
        <translation>de edad media</translation>
    </message>
    <message>
        <source>young</source>
        <translation>joven</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Can&apos;t write %1</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>Can&apos;t write %1: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the folder is not writable</source>
        <translation>no se puede escribir en la carpeta</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s %3 Redis&apos;s</source>
        <translation>El reloj de %1 va %2 s %3 respecto al de Redis</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>adelantado</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>atrasado</translation>
    </message>
    <message>
        <source>The connection to PostgreSQL was lost</source>
        <translation>Se perdió la conexión con PostgreSQL</translation>
    </message>
    <message>
        <source>PostgreSQL ended the connection</source>
        <translation>PostgreSQL terminó la conexión</translation>
    </message>
    <message>
        <source>PostgreSQL ended the connection: %1</source>
        <translation>PostgreSQL terminó la conexión: %1</translation>
    </message>
    <message>
        <source>PostgreSQL crashed</source>
        <translation>PostgreSQL se cayó</translation>
    </message>
    <message>
        <source>PostgreSQL takes no connections yet</source>
        <translation>PostgreSQL todavía no acepta conexiones</translation>
    </message>
    <message>
        <source>PostgreSQL takes no connections yet: %1</source>
        <translation>PostgreSQL todavía no acepta conexiones: %1</translation>
    </message>
    <message>
        <source>PostgreSQL ended the statement: %1</source>
        <translation>PostgreSQL terminó la instrucción: %1</translation>
    </message>
    <message>
        <source>PostgreSQL could not get a lock: %1</source>
        <translation>PostgreSQL no obtuvo un bloqueo: %1</translation>
    </message>
    <message>
        <source>PostgreSQL met a deadlock: %1</source>
        <translation>PostgreSQL encontró un bloqueo mutuo: %1</translation>
    </message>
    <message>
        <source>PostgreSQL has too many connections: %1</source>
        <translation>PostgreSQL tiene demasiadas conexiones: %1</translation>
    </message>
    <message>
        <source>PostgreSQL is out of memory: %1</source>
        <translation>PostgreSQL se quedó sin memoria: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the server&apos;s disk is full: %1</source>
        <translation>PostgreSQL: el disco del servidor está lleno: %1</translation>
    </message>
    <message>
        <source>PostgreSQL is read-only here (a standby, or a read-only database): %1</source>
        <translation>PostgreSQL es aquí de solo lectura (un servidor de reserva o una base de solo lectura): %1</translation>
    </message>
    <message>
        <source>PostgreSQL refused: %1</source>
        <translation>PostgreSQL se negó: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a right is missing: %1</source>
        <translation>PostgreSQL: falta un permiso: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a table is missing: %1</source>
        <translation>PostgreSQL: falta una tabla: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a column is missing: %1</source>
        <translation>PostgreSQL: falta una columna: %1</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>%1 se negó: %2</translation>
    </message>
    <message>
        <source>%1 is unreachable: %2</source>
        <translation>%1 no está accesible: %2</translation>
    </message>
    <message>
        <source>%1 takes no connection now: %2</source>
        <translation>%1 no acepta conexiones ahora: %2</translation>
    </message>
    <message>
        <source>PostgreSQL at %1:%2</source>
        <translation>PostgreSQL en %1:%2</translation>
    </message>
    <message>
        <source>%1 does not answer: no connection within %2 s</source>
        <translation>%1 no responde: sin conexión en %2 s</translation>
    </message>
    <message>
        <source>%1 does not answer: nothing came for %2 s</source>
        <translation>%1 no responde: no llegó nada en %2 s</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>Se perdió la conexión con %1</translation>
    </message>
    <message>
        <source>This database has no %1 (looked for by search_path %2)</source>
        <translation>Esta base de datos no tiene %1 (buscado según search_path %2)</translation>
    </message>
    <message>
        <source>%1 is of type %2, which can&apos;t be read; accepted: %3</source>
        <translation>%1 es de tipo %2, que no se puede leer; se acepta: %3</translation>
    </message>
    <message>
        <source>%1 has row security: rows may be hidden from this user</source>
        <translation>%1 tiene seguridad por filas: a este usuario se le pueden ocultar filas</translation>
    </message>
    <message>
        <source>Redis at %1:%2: %3</source>
        <translation>Redis en %1:%2: %3</translation>
    </message>
    <message>
        <source>Redis at %1:%2 is unreachable: %3</source>
        <translation>Redis en %1:%2 no está accesible: %3</translation>
    </message>
    <message>
        <source>Redis at %1:%2 did not answer within %3 ms</source>
        <translation>Redis en %1:%2 no respondió en %3 ms</translation>
    </message>
    <message>
        <source>Redis at %1:%2 broke the connection: %3</source>
        <translation>Redis en %1:%2 cortó la conexión: %3</translation>
    </message>
    <message>
        <source>Redis refused: %1</source>
        <translation>Redis se negó: %1</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made</source>
        <translation>No se puede crear la carpeta %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>%1 was written by a newer Herdbook (form %2, this one knows %3) and is left as it is. Update Herdbook, or move the file away to begin anew.</source>
        <translation>%1 fue escrito por un Herdbook más nuevo (forma %2, este conoce %3) y se deja como está. Actualice Herdbook, o aparte el archivo para empezar de nuevo.</translation>
    </message>
    <message>
        <source>PostgreSQL reads the time zone %1 differently: on %2 it is %3 h from UTC there, %4 h here. Choose a zone such as America/Chicago</source>
        <translation>PostgreSQL entiende de otro modo la zona horaria %1: el %2 está allí a %3 h de UTC, aquí a %4 h. Elija una como America/Chicago</translation>
    </message>
    <message>
        <source>PostgreSQL does not know the time zone %1. Choose one such as America/Chicago</source>
        <translation>PostgreSQL no conoce la zona horaria %1. Elija una como America/Chicago</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Equipo y puerto</translation>
    </message>
    <message>
        <source>By the socket in %1</source>
        <translation>Por el socket en %1</translation>
    </message>
    <message>
        <source>%1 answers on port %2</source>
        <translation>%1 responde en el puerto %2</translation>
    </message>
    <message>
        <source>No host is named %1. Is the name right, and this machine on the network?</source>
        <translation>Ningún equipo se llama %1. ¿Es correcto el nombre y está este equipo en la red?</translation>
    </message>
    <message>
        <source>Nothing listens on port %2 of %1. Is the port right, and the server running?</source>
        <translation>Nadie escucha en el puerto %2 de %1. ¿Es correcto el puerto y está en marcha el servidor?</translation>
    </message>
    <message>
        <source>%1 did not answer on port %2 within 3 s. Is a firewall between?</source>
        <translation>%1 no respondió en el puerto %2 en 3 s. ¿Hay un cortafuegos en medio?</translation>
    </message>
    <message>
        <source>%1 does not exist here. %2</source>
        <translation>%1 no existe aquí. %2</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 no es una carpeta</translation>
    </message>
    <message>
        <source>The right to read %1 is missing</source>
        <translation>Falta el permiso para leer %1</translation>
    </message>
    <message>
        <source>%1 does not exist here</source>
        <translation>%1 no existe aquí</translation>
    </message>
    <message>
        <source>%1 is empty. Is it mounted?</source>
        <translation>%1 está vacía. ¿Está montada?</translation>
    </message>
    <message>
        <source>%1 can be read</source>
        <translation>%1 se puede leer</translation>
    </message>
    <message>
        <source>%1 did not answer within 5 s. Does the machine that it is on run?</source>
        <translation>%1 no respondió en 5 s. ¿Está en marcha el equipo en el que está?</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Carpeta de exportación</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Mount it, or give the web address instead.</source>
        <translation>Móntela, o indique la dirección web en su lugar.</translation>
    </message>
    <message>
        <source>Without it pictures show as missing.</source>
        <translation>Sin ella las fotos aparecen como ausentes.</translation>
    </message>
    <message>
        <source>The server takes no unencrypted connection of %1. Set TLS to require.</source>
        <translation>El servidor no acepta conexiones sin cifrar de %1. Ponga TLS en “require”.</translation>
    </message>
    <message>
        <source>The server has no TLS, but the profile asks for it (%1)</source>
        <translation>El servidor no tiene TLS, pero el perfil lo pide (%1)</translation>
    </message>
    <message>
        <source>TLS failed: %1</source>
        <translation>TLS falló: %1</translation>
    </message>
    <message>
        <source>There is no database named %1 on this server</source>
        <translation>En este servidor no hay una base de datos llamada %1</translation>
    </message>
    <message>
        <source>%1 may not connect to %2</source>
        <translation>%1 no puede conectarse a %2</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Usuario y contraseña</translation>
    </message>
    <message>
        <source>User %1 with this password is refused</source>
        <translation>Se rechaza al usuario %1 con esta contraseña</translation>
    </message>
    <message>
        <source>%1 is in, %2, PostgreSQL %3</source>
        <translation>%1 entró, %2, PostgreSQL %3</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Permisos</translation>
    </message>
    <message>
        <source>Missing: %1. Is this the database of the deployment?</source>
        <translation>Faltan: %1. ¿Es esta la base de datos de la instalación?</translation>
    </message>
    <message>
        <source>reid_similarity_scores is missing: Re-ID works from the vectors only</source>
        <translation>Falta reid_similarity_scores: Re-ID trabaja solo con los vectores</translation>
    </message>
    <message>
        <source>All tables of the deployment are there</source>
        <translation>Están todas las tablas de la instalación</translation>
    </message>
    <message>
        <source>The right SELECT is missing on %1</source>
        <translation>Falta el permiso SELECT sobre %1</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>The server is read only: trials can&apos;t be kept or applied here</source>
        <translation>El servidor es de solo lectura: aquí no se pueden guardar ni aplicar ensayos</translation>
    </message>
    <message>
        <source>Trials can&apos;t be kept or applied; missing: %1</source>
        <translation>No se pueden guardar ni aplicar ensayos; falta: %1</translation>
    </message>
    <message>
        <source>Reading, and writing for trials</source>
        <translation>Lectura, y escritura para ensayos</translation>
    </message>
    <message>
        <source>Reading; this profile writes nothing</source>
        <translation>Lectura; este perfil no escribe nada</translation>
    </message>
    <message>
        <source>There is no database %1 on this Redis</source>
        <translation>En este Redis no hay una base de datos %1</translation>
    </message>
    <message>
        <source>Redis wants a password; none is given</source>
        <translation>Redis pide una contraseña; no se indicó ninguna</translation>
    </message>
    <message>
        <source>User %1 is in</source>
        <translation>El usuario %1 entró</translation>
    </message>
    <message>
        <source>User %1 is in, Redis %2</source>
        <translation>El usuario %1 entró, Redis %2</translation>
    </message>
    <message>
        <source>Redis %1 is too old; workers need 6.2 or newer</source>
        <translation>Redis %1 es demasiado antiguo; los procesos necesitan 6.2 o más nuevo</translation>
    </message>
    <message>
        <source>Reading jobs is not allowed: %1</source>
        <translation>No se permite leer trabajos: %1</translation>
    </message>
    <message>
        <source>Asking for exports is not allowed: %1</source>
        <translation>No se permite pedir exportaciones: %1</translation>
    </message>
    <message>
        <source>Reading jobs and asking for exports</source>
        <translation>Leer trabajos y pedir exportaciones</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Dirección web</translation>
    </message>
    <message>
        <source>The token is refused</source>
        <translation>Se rechaza el token</translation>
    </message>
    <message>
        <source>The address wants a token; none is given</source>
        <translation>La dirección pide un token; no se indicó ninguno</translation>
    </message>
    <message>
        <source>No host is named %1</source>
        <translation>Ningún equipo se llama %1</translation>
    </message>
    <message>
        <source>Nothing listens at %1</source>
        <translation>Nadie escucha en %1</translation>
    </message>
    <message>
        <source>%1 did not answer within 5 s</source>
        <translation>%1 no respondió en 5 s</translation>
    </message>
    <message>
        <source>%1 answers (%2), but not as this system&apos;s web API</source>
        <translation>%1 responde (%2), pero no como la API web de este sistema</translation>
    </message>
    <message>
        <source>The web API is there, but a part behind it is down</source>
        <translation>La API web está, pero una parte detrás de ella no funciona</translation>
    </message>
    <message>
        <source>The web API answers, but no worker is ready</source>
        <translation>La API web responde, pero ningún proceso está listo</translation>
    </message>
    <message>
        <source>The web API answers: %1</source>
        <translation>La API web responde: %1</translation>
    </message>
    <message>
        <source>is needed</source>
        <translation>es necesario</translation>
    </message>
    <message>
        <source>must not begin or end with a space</source>
        <translation>no debe empezar ni terminar con un espacio</translation>
    </message>
    <message>
        <source>must be a host name or address</source>
        <translation>debe ser un nombre de equipo o una dirección</translation>
    </message>
    <message>
        <source>must be a whole path, from /</source>
        <translation>debe ser una ruta completa, desde /</translation>
    </message>
    <message>
        <source>A profile needs a name</source>
        <translation>Un perfil necesita un nombre</translation>
    </message>
    <message>
        <source>The name must have at most 60 characters</source>
        <translation>El nombre debe tener como máximo 60 caracteres</translation>
    </message>
    <message>
        <source>Another profile has this name</source>
        <translation>Otro perfil tiene este nombre</translation>
    </message>
    <message>
        <source>is needed where no web address is given</source>
        <translation>es necesario cuando no se indica una dirección web</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>debe ser %1</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>an address such as https://barn.example:8001</source>
        <translation>una dirección como https://barn.example:8001</translation>
    </message>
    <message>
        <source>an IANA time zone such as America/Chicago</source>
        <translation>una zona horaria IANA como America/Chicago</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>un número de 0 a 1</translation>
    </message>
    <message>
        <source>%1 is unusable; it must be %2</source>
        <translation>%1 no sirve; debe ser %2</translation>
    </message>
    <message>
        <source>%1 is %2; it must be %3</source>
        <translation>%1 es %2; debe ser %3</translation>
    </message>
    <message>
        <source>The keychain is locked or refused access</source>
        <translation>El llavero está bloqueado o negó el acceso</translation>
    </message>
    <message>
        <source>The file isn&apos;t there any more (404)</source>
        <translation>El archivo ya no está (404)</translation>
    </message>
    <message>
        <source>The web API refuses the token (%1)</source>
        <translation>La API web rechaza el token (%1)</translation>
    </message>
    <message>
        <source>The web API answered %1</source>
        <translation>La API web respondió %1</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came</source>
        <translation>Llegaron %1 de %2 bytes</translation>
    </message>
    <message>
        <source>What came is not the file that the job made: its SHA-256 differs</source>
        <translation>Lo que llegó no es el archivo que hizo el trabajo: su SHA-256 es otro</translation>
    </message>
    <message>
        <source>What was asked for is not known any more</source>
        <translation>Ya no se sabe qué se había pedido</translation>
    </message>
    <message>
        <source>Not all that was asked for is kept with the job</source>
        <translation>No todo lo que se pidió se guarda con el trabajo</translation>
    </message>
    <message>
        <source>The export folder doesn&apos;t answer</source>
        <translation>La carpeta de exportación no responde</translation>
    </message>
    <message>
        <source>A worker holds it again; nothing was changed</source>
        <translation>Un proceso lo tiene otra vez; no se cambió nada</translation>
    </message>
    <message>
        <source>It changed meanwhile; nothing was done</source>
        <translation>Cambió entretanto; no se hizo nada</translation>
    </message>
    <message>
        <source>There is nothing to mend</source>
        <translation>No hay nada que reparar</translation>
    </message>
    <message>
        <source>Job not found or expired</source>
        <translation>Trabajo no encontrado o caducado</translation>
    </message>
    <message>
        <source>The job has finished already</source>
        <translation>El trabajo ya terminó</translation>
    </message>
    <message>
        <source>The job&apos;s status keeps changing; try again</source>
        <translation>El estado del trabajo cambia sin parar; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>%1. Whether the job was queued isn&apos;t known: look at the list of jobs before asking again</source>
        <translation>%1. No se sabe si el trabajo se puso en la cola: mire la lista de trabajos antes de pedirlo otra vez</translation>
    </message>
    <message>
        <source>%1. Whether the job was cancelled isn&apos;t known: look at the list of jobs</source>
        <translation>%1. No se sabe si el trabajo se canceló: mire la lista de trabajos</translation>
    </message>
    <message>
        <source>The history of jobs was damaged; it is kept as %1.damaged, and a new one was begun.</source>
        <translation>El historial de trabajos estaba dañado; se conserva como %1.damaged y se empezó uno nuevo.</translation>
    </message>
    <message>
        <source>No worker held this job any more, and what was asked for is not known</source>
        <translation>Ningún proceso tenía ya este trabajo, y no se sabe qué se había pedido</translation>
    </message>
    <message>
        <source>No worker held this job any more, and not all that was asked for is kept</source>
        <translation>Ningún proceso tenía ya este trabajo, y no se guarda todo lo que se pidió</translation>
    </message>
    <message>
        <source>the PNG is cut off</source>
        <translation>el PNG está cortado</translation>
    </message>
    <message>
        <source>it is neither</source>
        <translation>no es ninguno de los dos</translation>
    </message>
    <message>
        <source>the SVG refers to something outside of itself</source>
        <translation>el SVG se refiere a algo fuera de sí mismo</translation>
    </message>
    <message>
        <source>it may have at most %1 kB</source>
        <translation>puede tener como máximo %1 kB</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>Reading detections</source>
        <translation>Leyendo detecciones</translation>
    </message>
    <message>
        <source>Cutting portraits</source>
        <translation>Recortando retratos</translation>
    </message>
    <message>
        <source>day</source>
        <translation>día</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semana</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mes</translation>
    </message>
    <message>
        <source>Making crops</source>
        <translation>Haciendo recortes</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>Escribiendo el archivo</translation>
    </message>
    <message>
        <source>Waiting until %1 UTC</source>
        <translation>Esperando hasta %1 UTC</translation>
    </message>
    <message>
        <source>the pool has only %1, and %2 are needed</source>
        <translation>el conjunto tiene solo %1, y se necesitan %2</translation>
    </message>
    <message>
        <source>%1 of %2 known to be different deer were answered Same</source>
        <translation>%1 de %2 que se sabe distintos se respondieron “Mismo”</translation>
    </message>
    <message>
        <source>%1 given within one second</source>
        <translation>%1 en menos de un segundo</translation>
    </message>
    <message>
        <source>%1 of %2 had a picture that could not be shown</source>
        <translation>%1 de %2 tenían una foto que no se pudo mostrar</translation>
    </message>
    <message>
        <source>%1 of %2 could not be told, over a fifth</source>
        <translation>%1 de %2 no se pudieron decidir, más de una quinta parte</translation>
    </message>
    <message>
        <source>pairs known to be different deer were answered Same after it</source>
        <translation>pares de control se respondieron “Mismo” después</translation>
    </message>
    <message>
        <source>the data are no longer those the trial was drawn from: %1</source>
        <translation>los datos ya no son aquellos de los que se sacó el ensayo: %1</translation>
    </message>
    <message>
        <source>1 known different pair</source>
        <translation>1 par de control</translation>
    </message>
    <message>
        <source>%1 known different pairs</source>
        <translation>%1 pares de control</translation>
    </message>
    <message>
        <source>1 answer was</source>
        <translation>1 respuesta se dio</translation>
    </message>
    <message>
        <source>%1 answers were</source>
        <translation>%1 respuestas se dieron</translation>
    </message>
    <message>
        <source>1 pair</source>
        <translation>1 par</translation>
    </message>
    <message>
        <source>%1 pairs</source>
        <translation>%1 pares</translation>
    </message>
    <message>
        <source>1 look</source>
        <translation>1 mirada</translation>
    </message>
    <message>
        <source>%1 looks</source>
        <translation>%1 miradas</translation>
    </message>
    <message>
        <source>the profiles have changed</source>
        <translation>los perfiles han cambiado</translation>
    </message>
    <message>
        <source>one pair’s answer doesn’t sway the next</source>
        <translation>la respuesta a un par no influye en la siguiente</translation>
    </message>
    <message>
        <source>the strangers among these pairs are no harder to tell than the known different ones</source>
        <translation>los extraños entre estos pares no son más difíciles de distinguir que los pares de control</translation>
    </message>
    <message>
        <source>deer called the same are the same</source>
        <translation>los venados llamados iguales son iguales</translation>
    </message>
    <message>
        <source>This database has no journal of version %1 or newer</source>
        <translation>Esta base de datos no tiene una bitácora de versión %1 o más nueva</translation>
    </message>
    <message>
        <source>The database has no journal; nothing was written</source>
        <translation>La base de datos no tiene bitácora; no se escribió nada</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written</source>
        <translation>Cancelado; no se escribió nada</translation>
    </message>
    <message>
        <source>The journal is in use</source>
        <translation>La bitácora está en uso</translation>
    </message>
    <message>
        <source>Somebody else is changing the same rows (%1); nothing was written, try again</source>
        <translation>Alguien más está cambiando las mismas filas (%1); no se escribió nada, inténtelo de nuevo</translation>
    </message>
    <message>
        <source>%1; nothing was written, try again</source>
        <translation>%1; no se escribió nada, inténtelo de nuevo</translation>
    </message>
    <message>
        <source>The journal has no such batch</source>
        <translation>La bitácora no tiene ese lote</translation>
    </message>
    <message>
        <source>There is no such trial on this computer</source>
        <translation>No existe ese ensayo en este equipo</translation>
    </message>
    <message>
        <source>The trial is not shared any more</source>
        <translation>El ensayo ya no se comparte</translation>
    </message>
    <message>
        <source>The same reviewer has answered in another window</source>
        <translation>El mismo revisor respondió en otra ventana</translation>
    </message>
    <message>
        <source>%1 has answered on another computer too; go on there</source>
        <translation>%1 también respondió en otro equipo; continúe allí</translation>
    </message>
    <message>
        <source>The journal of trials can&apos;t be used: %1</source>
        <translation>No se puede usar la bitácora de ensayos: %1</translation>
    </message>
    <message>
        <source>The schema herdbook can&apos;t be trusted: %1</source>
        <translation>No se puede confiar en el esquema herdbook: %1</translation>
    </message>
    <message>
        <source>The box is malformed or has no area</source>
        <translation>El recuadro está mal formado o no tiene área</translation>
    </message>
    <message>
        <source>The box lies outside the photo</source>
        <translation>El recuadro está fuera de la foto</translation>
    </message>
    <message>
        <source>The box is smaller than half a pixel</source>
        <translation>El recuadro es menor que medio píxel</translation>
    </message>
    <message>
        <source>The photo&apos;s file is missing</source>
        <translation>Falta el archivo de la foto</translation>
    </message>
    <message>
        <source>The photo&apos;s file can&apos;t be read</source>
        <translation>No se puede leer el archivo de la foto</translation>
    </message>
    <message>
        <source>The photo&apos;s file can&apos;t be read: %1</source>
        <translation>No se puede leer el archivo de la foto: %1</translation>
    </message>
    <message>
        <source>The photo&apos;s file is damaged</source>
        <translation>El archivo de la foto está dañado</translation>
    </message>
    <message>
        <source>The photo is too large to decode</source>
        <translation>La foto es demasiado grande para decodificarla</translation>
    </message>
    <message>
        <source>The photo&apos;s path leads out of the image folder</source>
        <translation>La ruta de la foto sale de la carpeta de imágenes</translation>
    </message>
    <message>
        <source>Image path leads out of the image folder</source>
        <translation>La ruta de la imagen sale de la carpeta de imágenes</translation>
    </message>
    <message>
        <source>Image path is not absolute</source>
        <translation>La ruta de la imagen no es absoluta</translation>
    </message>
    <message>
        <source>A link leads out of the image folder, to %1; IMAGE_ROOTS can allow that</source>
        <translation>Un enlace sale de la carpeta de imágenes, a %1; IMAGE_ROOTS puede permitirlo</translation>
    </message>
    <message>
        <source>Where the photo&apos;s file lies can&apos;t be told</source>
        <translation>No se puede saber dónde está el archivo de la foto</translation>
    </message>
    <message>
        <source>Whether the photo lies in %1 can&apos;t be told: %2</source>
        <translation>No se puede saber si la foto está en %1: %2</translation>
    </message>
    <message>
        <source>the disk doesn&apos;t answer</source>
        <translation>el disco no responde</translation>
    </message>
    <message>
        <source>looking was broken off</source>
        <translation>la búsqueda se interrumpió</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the image folder %1</source>
        <translation>No se puede saber si existe esta foto: la carpeta de imágenes %1</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>doesn&apos;t answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>can&apos;t be looked into (%1)</source>
        <translation>no se puede abrir (%1)</translation>
    </message>
    <message>
        <source>can&apos;t be listed (%1)</source>
        <translation>no se puede listar (%1)</translation>
    </message>
    <message>
        <source>is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>está vacía, como cuando su disco no está montado</translation>
    </message>
    <message>
        <source>There is no right to read the photo&apos;s file, or to enter its folder</source>
        <translation>No hay permiso para leer el archivo de la foto o entrar en su carpeta</translation>
    </message>
    <message>
        <source>The links to the photo&apos;s file lead in a circle</source>
        <translation>Los enlaces al archivo de la foto forman un círculo</translation>
    </message>
    <message>
        <source>A folder is in the place of the photo&apos;s file</source>
        <translation>En el lugar del archivo de la foto hay una carpeta</translation>
    </message>
    <message>
        <source>What is in the place of the photo&apos;s file is no file</source>
        <translation>Lo que está en el lugar del archivo de la foto no es un archivo</translation>
    </message>
    <message>
        <source>The disk didn&apos;t answer for %1 s</source>
        <translation>El disco no respondió durante %1 s</translation>
    </message>
    <message>
        <source>The disk doesn&apos;t answer: what lies beside this photo was waited for in vain</source>
        <translation>El disco no responde: se esperaron en vano fotos junto a esta</translation>
    </message>
    <message>
        <source>The box is in fractions or tiny, while other boxes of the database are in pixels</source>
        <translation>El recuadro está en fracciones o es diminuto, mientras que otros recuadros de la base de datos están en píxeles</translation>
    </message>
    <message>
        <source>Reading the photo&apos;s file was broken off</source>
        <translation>La lectura del archivo de la foto se interrumpió</translation>
    </message>
    <message>
        <source>This machine can&apos;t read photos now: %1</source>
        <translation>Esta máquina no puede leer fotos ahora: %1</translation>
    </message>
    <message>
        <source>The photo&apos;s file has %1 MB; the limit is %2 MB</source>
        <translation>El archivo de la foto tiene %1 MB; el límite es %2 MB</translation>
    </message>
    <message>
        <source>The photo&apos;s file grew while it was read</source>
        <translation>El archivo de la foto creció mientras se leía</translation>
    </message>
    <message>
        <source>The photo&apos;s file holds no picture that is known</source>
        <translation>El archivo de la foto no contiene una imagen conocida</translation>
    </message>
    <message>
        <source>The photo&apos;s file is %1, which isn&apos;t read</source>
        <translation>El archivo de la foto es %1, que no se lee</translation>
    </message>
    <message>
        <source>a camera&apos;s raw format</source>
        <translation>un formato sin procesar de una cámara</translation>
    </message>
    <message>
        <source>The photo&apos;s file is a lossless or hierarchical JPEG, which isn&apos;t read</source>
        <translation>El archivo de la foto es un JPEG sin pérdida o jerárquico, que no se lee</translation>
    </message>
    <message>
        <source>The photo&apos;s file is a JPEG of %1 bits, which isn&apos;t read</source>
        <translation>El archivo de la foto es un JPEG de %1 bits, que no se lee</translation>
    </message>
    <message>
        <source>The photo&apos;s file is an animated WebP, which isn&apos;t read</source>
        <translation>El archivo de la foto es un WebP animado, que no se lee</translation>
    </message>
    <message>
        <source>The photo&apos;s file is a TIFF with %1, which isn&apos;t read</source>
        <translation>El archivo de la foto es un TIFF con %1, que no se lee</translation>
    </message>
    <message>
        <source>samples that are no plain numbers from 0</source>
        <translation>muestras que no son números simples desde 0</translation>
    </message>
    <message>
        <source>a small preview for its first picture</source>
        <translation>una vista previa pequeña como primera imagen</translation>
    </message>
    <message>
        <source>a compression (number %1) that isn&apos;t known</source>
        <translation>una compresión desconocida (número %1)</translation>
    </message>
    <message>
        <source>samples of %1 bits, or a kind of color, that aren&apos;t known</source>
        <translation>muestras de %1 bits, o un tipo de color, que no se conocen</translation>
    </message>
    <message>
        <source>The photo is not a readable %1</source>
        <translation>La foto no es un %1 legible</translation>
    </message>
    <message>
        <source>The photo claims %1 x %2 pixels; the limit is %3 megapixels</source>
        <translation>La foto declara %1 x %2 píxeles; el límite es %3 megapíxeles</translation>
    </message>
    <message>
        <source>Decoding the photo (%1 x %2 pixels) would take %3 MB; the limit is %4 MB</source>
        <translation>Decodificar la foto (%1 x %2 píxeles) requeriría %3 MB; el límite es %4 MB</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo</source>
        <translation>No hay memoria suficiente para esta foto</translation>
    </message>
    <message>
        <source>There is not enough memory for this part of the photo</source>
        <translation>No hay memoria suficiente para esta parte de la foto</translation>
    </message>
    <message>
        <source>The photo&apos;s file ends or breaks off before this part of it</source>
        <translation>El archivo de la foto termina o se corta antes de esta parte</translation>
    </message>
    <message>
        <source>The photo&apos;s file is damaged in or above this part; the crop may be displaced or discolored</source>
        <translation>El archivo de la foto está dañado en esta parte o más arriba; el recorte puede estar desplazado o descolorido</translation>
    </message>
    <message>
        <source>Preparing the folder</source>
        <translation>Preparando la carpeta</translation>
    </message>
    <message>
        <source>Starting Redis</source>
        <translation>Iniciando Redis</translation>
    </message>
    <message>
        <source>Starting PostgreSQL</source>
        <translation>Iniciando PostgreSQL</translation>
    </message>
    <message>
        <source>Generating 14 months of sightings</source>
        <translation>Generando 14 meses de avistamientos</translation>
    </message>
    <message>
        <source>Drawing trail-camera photos</source>
        <translation>Dibujando fotos de cámara trampa</translation>
    </message>
    <message>
        <source>Drawing trail-camera photos: %1 of %2</source>
        <translation>Dibujando fotos de cámara trampa: %1 de %2</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s server programs (initdb, postgres) are not installed: package postgresql</source>
        <translation>Los programas de servidor de PostgreSQL (initdb, postgres) no están instalados: paquete postgresql</translation>
    </message>
    <message>
        <source>redis-server is not installed: package redis-server</source>
        <translation>redis-server no está instalado: paquete redis-server</translation>
    </message>
    <message>
        <source>The demo ranch in %1 is already open in another Herdbook. Close that one, or join it with --env %2</source>
        <translation>El rancho de demostración en %1 ya está abierto en otro Herdbook. Cierre aquel, o únase con --env %2</translation>
    </message>
    <message>
        <source>Can&apos;t make the demo folder %1</source>
        <translation>No se puede crear la carpeta de demostración %1</translation>
    </message>
    <message>
        <source>%1 did not start with the data of an earlier time (%2) and begins anew.</source>
        <translation>%1 no arrancó con los datos de antes (%2) y empieza de nuevo.</translation>
    </message>
    <message>
        <source>Exports and history are kept.</source>
        <translation>Las exportaciones y el historial se conservan.</translation>
    </message>
    <message>
        <source>The demo ranch is made anew; exports and history are kept.</source>
        <translation>El rancho de demostración se crea de nuevo; las exportaciones y el historial se conservan.</translation>
    </message>
    <message>
        <source>The data was made by PostgreSQL %1, and this is PostgreSQL %2.</source>
        <translation>Los datos son de PostgreSQL %1, y este es PostgreSQL %2.</translation>
    </message>
    <message>
        <source>The data was incomplete: %1/%2 is missing.</source>
        <translation>Los datos estaban incompletos: falta %1/%2.</translation>
    </message>
    <message>
        <source>Its data can&apos;t be read (%1).</source>
        <translation>No se pueden leer sus datos (%1).</translation>
    </message>
    <message>
        <source>does</source>
        <translation>hembras</translation>
    </message>
    <message>
        <source>bucks</source>
        <translation>machos</translation>
    </message>
    <message>
        <source>fawns</source>
        <translation>crías</translation>
    </message>
    <message>
        <source>deer of unknown sex</source>
        <translation>venados de sexo desconocido</translation>
    </message>
    <message>
        <source>deer of another sex</source>
        <translation>venados de otro sexo</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 detección</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 detecciones</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 perfil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 perfiles</translation>
    </message>
    <message>
        <source>1 burst</source>
        <translation>1 ráfaga</translation>
    </message>
    <message>
        <source>%1 bursts</source>
        <translation>%1 ráfagas</translation>
    </message>
    <message>
        <source>1 more detection</source>
        <translation>1 detección más</translation>
    </message>
    <message>
        <source>%1 more detections</source>
        <translation>%1 detecciones más</translation>
    </message>
    <message>
        <source>1 vector</source>
        <translation>1 vector</translation>
    </message>
    <message>
        <source>%1 vectors</source>
        <translation>%1 vectores</translation>
    </message>
    <message>
        <source>1 assigned detection</source>
        <translation>1 detección asignada</translation>
    </message>
    <message>
        <source>%1 assigned detections</source>
        <translation>%1 detecciones asignadas</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unas %1</translation>
    </message>
    <message>
        <source>fewer than one</source>
        <translation>menos de una</translation>
    </message>
    <message>
        <source>about %1, at most %2</source>
        <translation>unas %1, como máximo %2</translation>
    </message>
    <message>
        <source>fewer than one, at most %1</source>
        <translation>menos de una, como máximo %1</translation>
    </message>
    <message>
        <source>There are no detections.</source>
        <translation>No hay detecciones.</translation>
    </message>
    <message>
        <source>No deer has a usable profile, so there is nothing to compare detections with.</source>
        <translation>Ningún venado tiene un perfil útil, así que no hay con qué comparar las detecciones.</translation>
    </message>
    <message>
        <source>No detection can be compared: none is a valid deer with scores on a profile of its sex.</source>
        <translation>No se puede comparar ninguna detección: ninguna es un venado válido con puntajes frente a un perfil de su sexo.</translation>
    </message>
    <message>
        <source>A candidate, not a recommendation.</source>
        <translation>Un candidato, no una recomendación.</translation>
    </message>
    <message>
        <source>It gives %1 a profile.</source>
        <translation>Da un perfil a %1.</translation>
    </message>
    <message>
        <source>It gives %1 a profile (%2).</source>
        <translation>Da un perfil a %1 (%2).</translation>
    </message>
    <message>
        <source>Wrong deer among them: %1.</source>
        <translation>Venados equivocados entre ellas: %1.</translation>
    </message>
    <message>
        <source>The system has one threshold, so the stricter sex decides: the %1.</source>
        <translation>El sistema tiene un solo umbral, así que decide el sexo más estricto: %1.</translation>
    </message>
    <message>
        <source>Nobody has looked at these matches.</source>
        <translation>Nadie ha mirado estas coincidencias.</translation>
    </message>
    <message>
        <source>Scores alone can&apos;t rule out that %1 are wrong.</source>
        <translation>Los puntajes por sí solos no descartan que un %1 esté mal.</translation>
    </message>
    <message>
        <source>The evidence is too thin to say how many would be wrong.</source>
        <translation>La evidencia no basta para decir cuántas estarían mal.</translation>
    </message>
    <message>
        <source>The evidence is too thin to say how many of the %1 would be wrong.</source>
        <translation>La evidencia no basta para decir cuántas de %1 estarían mal.</translation>
    </message>
    <message>
        <source>Stored scores don&apos;t tell: compute from vectors.</source>
        <translation>Los puntajes guardados no lo dicen: calcule a partir de los vectores.</translation>
    </message>
    <message>
        <source>Too little is known of %1, the strictest threshold that gains %2, until somebody looks.</source>
        <translation>Se sabe demasiado poco de %1, el umbral más estricto que gana %2, hasta que alguien mire.</translation>
    </message>
    <message>
        <source>Nothing is known of %1, the strictest threshold that gains %2, until somebody looks.</source>
        <translation>No se sabe nada de %1, el umbral más estricto que gana %2, hasta que alguien mire.</translation>
    </message>
    <message>
        <source>Every detection that could be assigned is assigned already.</source>
        <translation>Toda detección que podría asignarse ya está asignada.</translation>
    </message>
    <message>
        <source>The data isn&apos;t sound: %1</source>
        <translation>Los datos no son fiables: %1</translation>
    </message>
    <message>
        <source>the data isn&apos;t sound</source>
        <translation>los datos no son fiables</translation>
    </message>
    <message>
        <source>the threshold in force is itself unsound</source>
        <translation>el umbral vigente es en sí poco fiable</translation>
    </message>
    <message>
        <source>At least %1 more</source>
        <translation>Al menos %1 más</translation>
    </message>
    <message>
        <source>Wrong share under %1</source>
        <translation>Errores bajo %1</translation>
    </message>
    <message>
        <source>False matches under %1 of the unassigned</source>
        <translation>Coincidencias falsas en menos de %1 de las no asignadas</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more.</source>
        <translation>De %1 que se podían comparar, %2 puntúan %3 o más.</translation>
    </message>
    <message>
        <source>Of %1, %2 were marked as not valid.</source>
        <translation>De %1, %2 se marcaron como no válidas.</translation>
    </message>
    <message>
        <source>Of %1, %2 are duplicates.</source>
        <translation>De %1, %2 son duplicados.</translation>
    </message>
    <message>
        <source>Of %1, %2 are no deer.</source>
        <translation>De %1, %2 no son venados.</translation>
    </message>
    <message>
        <source>Of %1, %2 have no usable vector, so nothing can be matched with them.</source>
        <translation>De %1, %2 no tienen un vector útil, así que nada se puede comparar con ellas.</translation>
    </message>
    <message>
        <source>Of %1, %2 have no stored scores with a profile of their sex.</source>
        <translation>De %1, %2 no tienen puntajes guardados con un perfil de su sexo.</translation>
    </message>
    <message>
        <source>Of %1, %2 are of a sex that has no profile.</source>
        <translation>De %1, %2 son de un sexo que no tiene perfil.</translation>
    </message>
    <message>
        <source>Of %1, %2 could be assigned at the threshold in force but aren&apos;t yet.</source>
        <translation>De %1, %2 podrían asignarse con el umbral vigente pero aún no lo están.</translation>
    </message>
    <message>
        <source>Every detection that could be matched is assigned.</source>
        <translation>Toda detección que se podía comparar está asignada.</translation>
    </message>
    <message>
        <source>stored scores can&apos;t judge the %1: compute from vectors</source>
        <translation>los puntajes guardados no pueden juzgar %1: calcule a partir de los vectores</translation>
    </message>
    <message>
        <source>too few unassigned %1 to say anything</source>
        <translation>demasiado pocos sin asignar (%1) para decir algo</translation>
    </message>
    <message>
        <source>judged by %1: %2 that resemble %3</source>
        <translation>juzgado por %1: %2 que se parecen a %3</translation>
    </message>
    <message>
        <source>too few %1 have a profile (%2, 3 needed)</source>
        <translation>demasiado pocos tienen perfil (%1: %2, hacen falta 3)</translation>
    </message>
    <message>
        <source>too few %1 to judge the %2 by (%3, 6 needed)</source>
        <translation>demasiado pocos (%1) para juzgar %2 (%3, hacen falta 6)</translation>
    </message>
    <message>
        <source>too few bursts of %1 to judge the %2 by (%3, 30 needed)</source>
        <translation>demasiado pocas ráfagas de %1 para juzgar %2 (%3, hacen falta 30)</translation>
    </message>
    <message>
        <source>There is one only: a trial looks at it.</source>
        <translation>Hay una sola: un ensayo la mira.</translation>
    </message>
    <message>
        <source>There are so few that a trial looks at all %1.</source>
        <translation>Son tan pocas que un ensayo mira las %1.</translation>
    </message>
    <message>
        <source>There was a trial of these very detections; another one takes more pairs of photos than the first.</source>
        <translation>Ya hubo un ensayo de estas mismas detecciones; otro necesita más pares de fotos que el primero.</translation>
    </message>
    <message>
        <source>The trial&apos;s first page says how many.</source>
        <translation>La primera página del ensayo dice cuántos.</translation>
    </message>
    <message>
        <source>Hand REID_THRESHOLD=%1 to operations.</source>
        <translation>Entregue REID_THRESHOLD=%1 a operaciones.</translation>
    </message>
    <message>
        <source>Try %1 on a sample: only a reviewed trial can certify it.</source>
        <translation>Pruebe %1 en una muestra: solo un ensayo revisado puede certificarlo.</translation>
    </message>
    <message>
        <source>Try %1 on a sample: only people who look can tell.</source>
        <translation>Pruebe %1 en una muestra: solo quien mira puede decirlo.</translation>
    </message>
    <message>
        <source>Raise the threshold in force, and look at what it assigned.</source>
        <translation>Suba el umbral vigente y mire lo que asignó.</translation>
    </message>
    <message>
        <source>Raise the threshold in force.</source>
        <translation>Suba el umbral vigente.</translation>
    </message>
    <message>
        <source>Look at the assignments that contradict each other (Diagnosis).</source>
        <translation>Mire las asignaciones que se contradicen (Diagnóstico).</translation>
    </message>
    <message>
        <source>Merge the profiles that are one animal: a stranger finds each of them twice.</source>
        <translation>Una los perfiles que son un mismo animal: un extraño encuentra cada uno dos veces.</translation>
    </message>
    <message>
        <source>Give the animals that are seen but have none a profile: a stranger gets another&apos;s.</source>
        <translation>Dé un perfil a los animales que se ven y no lo tienen: un extraño recibe el de otro.</translation>
    </message>
    <message>
        <source>Have the detections embedded by a model that tells animals apart better, then analyze again.</source>
        <translation>Haga calcular los vectores con un modelo que distinga mejor a los animales y analice de nuevo.</translation>
    </message>
    <message>
        <source>Embed the detections, then analyze again.</source>
        <translation>Calcule los vectores de las detecciones y analice de nuevo.</translation>
    </message>
    <message>
        <source>Look at the funnel (Diagnosis): it says where the detections are lost.</source>
        <translation>Mire el embudo (Diagnóstico): dice dónde se pierden las detecciones.</translation>
    </message>
    <message>
        <source>Analyze from vectors; embed the detections and profiles that have none.</source>
        <translation>Analice a partir de los vectores; calcúlelos para las detecciones y perfiles que no los tienen.</translation>
    </message>
    <message>
        <source>Give the deer and their detections a sex: one sex is judged by the other.</source>
        <translation>Dé un sexo a los venados y a sus detecciones: un sexo se juzga por el otro.</translation>
    </message>
    <message>
        <source>Give more animals a profile, of both sexes: one sex is judged by the other.</source>
        <translation>Dé un perfil a más animales de ambos sexos: un sexo se juzga por el otro.</translation>
    </message>
    <message>
        <source>Analyze again when there are more detections, of both sexes.</source>
        <translation>Analice de nuevo cuando haya más detecciones de ambos sexos.</translation>
    </message>
    <message>
        <source>Check that this is the right database: it has no detections.</source>
        <translation>Compruebe que esta es la base de datos correcta: no tiene detecciones.</translation>
    </message>
    <message>
        <source>Embed profiles and detections again with one and the same model version.</source>
        <translation>Calcule de nuevo los vectores de perfiles y detecciones con una misma versión del modelo.</translation>
    </message>
    <message>
        <source>scores that tell animals apart better, or more profiles of the animals seen</source>
        <translation>puntajes que distingan mejor a los animales, o más perfiles de los animales vistos</translation>
    </message>
    <message>
        <source>No profile has a detection with scores, so this can&apos;t be checked.</source>
        <translation>Ningún perfil tiene una detección con puntajes, así que no se puede comprobar.</translation>
    </message>
    <message>
        <source>Of %1 with a detection, %2 equal one (score 0.99 or more) and %3 the mean of theirs.</source>
        <translation>De %1 con una detección, %2 son iguales a una (puntaje 0.99 o más) y %3 a la media de las suyas.</translation>
    </message>
    <message>
        <source>Too few pairs to judge the shape of the scores.</source>
        <translation>Demasiado pocos pares para juzgar la forma de los puntajes.</translation>
    </message>
    <message>
        <source>All pairs but founders with their own profile: mean %1, standard deviation %2, maximum %3.</source>
        <translation>Todos los pares salvo los fundadores con su propio perfil: media %1, desviación estándar %2, máximo %3.</translation>
    </message>
    <message>
        <source>No deer is assigned, so this can&apos;t be checked.</source>
        <translation>No hay ningún venado asignado, así que no se puede comprobar.</translation>
    </message>
    <message>
        <source>%1 of %2 have a class their deer&apos;s sex doesn&apos;t allow.</source>
        <translation>%1 de %2 tienen una clase que el sexo de su venado no permite.</translation>
    </message>
    <message>
        <source>%1 of %2 have a class their deer&apos;s sex doesn&apos;t allow; the estimate leaves them out.</source>
        <translation>%1 de %2 tienen una clase que el sexo de su venado no permite; la estimación las deja fuera.</translation>
    </message>
    <message>
        <source>%1 of one image with one deer now; %2 would at %3.</source>
        <translation>%1 de una imagen con un solo venado ahora; a %3 serían %2.</translation>
    </message>
    <message>
        <source>%1 of one animal with several deer now; %2 would at %3.</source>
        <translation>%1 de un animal con varios venados ahora; a %3 serían %2.</translation>
    </message>
    <message>
        <source>No image has several detections with a box, so this can&apos;t be checked.</source>
        <translation>Ninguna imagen tiene varias detecciones con recuadro, así que no se puede comprobar.</translation>
    </message>
    <message>
        <source>%1 of profiles as alike as a match at %2.</source>
        <translation>%1 de perfiles tan parecidos como una coincidencia a %2.</translation>
    </message>
    <message>
        <source>%1 of length 1.</source>
        <translation>%1 de longitud 1.</translation>
    </message>
    <message>
        <source>There are no vectors.</source>
        <translation>No hay vectores.</translation>
    </message>
    <message>
        <source>%1 of length 1; %2 none.</source>
        <translation>%1 de longitud 1; %2 ninguno.</translation>
    </message>
    <message>
        <source>1 detection has</source>
        <translation>1 detección no tiene</translation>
    </message>
    <message>
        <source>%1 detections have</source>
        <translation>%1 detecciones no tienen</translation>
    </message>
    <message>
        <source>Look at the pairs (Diagnosis, Look-alikes) and merge the profiles that are one animal.</source>
        <translation>Mire los pares (Diagnóstico, Parecidos) y una los perfiles que son un mismo animal.</translation>
    </message>
    <message>
        <source>Look at the pairs (Diagnosis, Contradictions) and take the wrong deer off.</source>
        <translation>Mire los pares (Diagnóstico, Contradicciones) y quite el venado equivocado.</translation>
    </message>
    <message>
        <source>Look at the bursts (Diagnosis, Bursts) and give each the one deer it shows.</source>
        <translation>Mire las ráfagas (Diagnóstico, Ráfagas) y dé a cada una el venado que muestra.</translation>
    </message>
    <message>
        <source>Look at these detections: correct their class, or take the deer off them.</source>
        <translation>Mire estas detecciones: corrija su clase, o quíteles el venado.</translation>
    </message>
    <message>
        <source>Run the embedding for these detections again; until then they can&apos;t be matched.</source>
        <translation>Calcule de nuevo los vectores de estas detecciones; hasta entonces no se pueden comparar.</translation>
    </message>
    <message>
        <source>They are matched all the same; have the embedding store vectors of length 1.</source>
        <translation>Se comparan de todos modos; haga que se guarden vectores de longitud 1.</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>esquema</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>perfiles</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>detecciones</translation>
    </message>
    <message>
        <source>estimates</source>
        <translation>estimaciones</translation>
    </message>
    <message>
        <source>stored scores</source>
        <translation>puntajes guardados</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>all detections</source>
        <translation>todas las detecciones</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>válidas</translation>
    </message>
    <message>
        <source>not a duplicate</source>
        <translation>no duplicadas</translation>
    </message>
    <message>
        <source>a deer</source>
        <translation>un venado</translation>
    </message>
    <message>
        <source>usable vector</source>
        <translation>vector útil</translation>
    </message>
    <message>
        <source>stored scores with its sex</source>
        <translation>puntajes guardados con su sexo</translation>
    </message>
    <message>
        <source>a profile of its sex exists</source>
        <translation>existe un perfil de su sexo</translation>
    </message>
    <message>
        <source>best score reaches the threshold</source>
        <translation>el mejor puntaje llega al umbral</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>asignadas</translation>
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
        <translation>No se puede escribir en %1: %2</translation>
    </message>
    <message>
        <source>Can&apos;t read %1 again: %2</source>
        <translation>No se puede volver a leer %1: %2</translation>
    </message>
    <message>
        <source>Can&apos;t delete %1: %2</source>
        <translation>No se puede borrar %1: %2</translation>
    </message>
    <message>
        <source>The disk of %1 doesn&apos;t answer</source>
        <translation>El disco de %1 no responde</translation>
    </message>
    <message>
        <source>Clocks can&apos;t be compared: %1</source>
        <translation>No se pueden comparar los relojes: %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <source>PostgreSQL ended the transaction: %1</source>
        <translation>PostgreSQL terminó la transacción: %1</translation>
    </message>
    <message>
        <source>PostgreSQL could not keep transactions apart: %1</source>
        <translation>PostgreSQL no pudo separar las transacciones: %1</translation>
    </message>
    <message>
        <source>PostgreSQL reached a limit: %1</source>
        <translation>PostgreSQL llegó a un límite: %1</translation>
    </message>
    <message>
        <source>PostgreSQL can&apos;t read or write its disk: %1</source>
        <translation>PostgreSQL no puede leer o escribir su disco: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the database was dropped: %1</source>
        <translation>PostgreSQL: se eliminó la base de datos: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: a schema is missing: %1</source>
        <translation>PostgreSQL: falta un esquema: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the server&apos;s data is damaged: %1</source>
        <translation>PostgreSQL: los datos del servidor están dañados: %1</translation>
    </message>
    <message>
        <source>PostgreSQL: the server&apos;s system has a fault: %1</source>
        <translation>PostgreSQL: el sistema del servidor tiene un fallo: %1</translation>
    </message>
    <message>
        <source>PostgreSQL rolled the transaction back</source>
        <translation>PostgreSQL revirtió la transacción</translation>
    </message>
    <message>
        <source>PostgreSQL sent a row that can&apos;t be read</source>
        <translation>PostgreSQL envió una fila que no se puede leer</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s answer has no end</source>
        <translation>La respuesta de PostgreSQL no termina</translation>
    </message>
    <message>
        <source>TLS: no certificates of authorities can be read from %1</source>
        <translation>TLS: no se pueden leer certificados de autoridades de %1</translation>
    </message>
    <message>
        <source>TLS: the server&apos;s certificate is not good: %1</source>
        <translation>TLS: el certificado del servidor no es bueno: %1</translation>
    </message>
    <message>
        <source>TLS: no secure connection: %1</source>
        <translation>TLS: no hay conexión segura: %1</translation>
    </message>
    <message>
        <source>the server doesn&apos;t speak TLS</source>
        <translation>el servidor no habla TLS</translation>
    </message>
    <message>
        <source>The key %1 in Redis holds a %2, not a %3</source>
        <translation>La clave %1 de Redis contiene %2, no %3</translation>
    </message>
    <message>
        <source>Redis has dropped keys (%1) since its start because its memory was full: whether jobs were among them isn&apos;t known. With maxmemory-policy noeviction it refuses new ones instead</source>
        <translation>Redis ha descartado claves (%1) desde su inicio porque su memoria estaba llena: no se sabe si había trabajos entre ellas. Con maxmemory-policy noeviction rechaza las nuevas en su lugar</translation>
    </message>
    <message>
        <source>%1 can&apos;t be looked at: %2</source>
        <translation>No se puede mirar %1: %2</translation>
    </message>
    <message>
        <source>Not looked at: none is set. %1</source>
        <translation>Sin mirar: no hay ninguna configurada. %1</translation>
    </message>
    <message>
        <source>The server&apos;s pg_hba.conf lets %1 into %2 from nowhere near here; its administrator has to add a line</source>
        <translation>El pg_hba.conf del servidor no deja entrar a %1 en %2 desde aquí; su administrador debe añadir una línea</translation>
    </message>
    <message>
        <source>%1 sends on to %2. The address that answers itself is needed here; the token was not sent there</source>
        <translation>%1 redirige a %2. Aquí hace falta la dirección que responde por sí misma; el token no se envió allí</translation>
    </message>
    <message>
        <source>What was remembered before isn&apos;t known, and %1 is left as it is: %2</source>
        <translation>No se sabe qué se recordaba antes, y %1 queda como está: %2</translation>
    </message>
    <message>
        <source>it can&apos;t be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>it is damaged; mend it, or move it away</source>
        <translation>está dañado; repárelo o apártelo</translation>
    </message>
    <message>
        <source>No detections found in the selected date range</source>
        <translation>No hay detecciones en el rango de fechas elegido</translation>
    </message>
    <message>
        <source>The detection asked for is not in the database</source>
        <translation>La detección pedida no está en la base de datos</translation>
    </message>
    <message>
        <source>None of the %1 detections asked for is in the database</source>
        <translation>Ninguna de las %1 detecciones pedidas está en la base de datos</translation>
    </message>
    <message>
        <source>The photo of the detection asked for is not in the database</source>
        <translation>La foto de la detección pedida no está en la base de datos</translation>
    </message>
    <message>
        <source>None of the %1 detections asked for is in the database with its photo</source>
        <translation>Ninguna de las %1 detecciones pedidas está en la base de datos con su foto</translation>
    </message>
    <message>
        <source>The location asked for is not in the database</source>
        <translation>La ubicación pedida no está en la base de datos</translation>
    </message>
    <message>
        <source>None of the %1 locations asked for is in the database</source>
        <translation>Ninguna de las %1 ubicaciones pedidas está en la base de datos</translation>
    </message>
    <message>
        <source>%1 (tried %2 times)</source>
        <translation>%1 (se intentó %2 veces)</translation>
    </message>
    <message>
        <source>Making the export failed: %1</source>
        <translation>La exportación falló: %1</translation>
    </message>
    <message>
        <source>The job expired before a worker could begin it</source>
        <translation>El trabajo caducó antes de que un proceso pudiera empezarlo</translation>
    </message>
    <message>
        <source>It took longer than its time limit of %1 s</source>
        <translation>Tardó más que su límite de tiempo de %1 s</translation>
    </message>
    <message>
        <source>The worker stopped %1 times while making this export</source>
        <translation>El proceso se detuvo %1 veces al hacer esta exportación</translation>
    </message>
    <message>
        <source>Job id %1 is already used for another request</source>
        <translation>El ID de trabajo %1 ya se usa para otra solicitud</translation>
    </message>
    <message>
        <source>The file of job %1 isn&apos;t in the export folder any more: ask for the export again</source>
        <translation>El archivo del trabajo %1 ya no está en la carpeta de exportación: pida la exportación de nuevo</translation>
    </message>
    <message>
        <source>The worker&apos;s task ended with: %1</source>
        <translation>La tarea del proceso terminó con: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>The export folder %1 is missing or not writable</source>
        <translation>La carpeta de exportación %1 falta o no se puede escribir en ella</translation>
    </message>
    <message>
        <source>The export folder %1 is missing</source>
        <translation>Falta la carpeta de exportación %1</translation>
    </message>
    <message>
        <source>The export folder %1 doesn&apos;t answer</source>
        <translation>La carpeta de exportación %1 no responde</translation>
    </message>
    <message>
        <source>Can&apos;t write to the export folder %1: %2</source>
        <translation>No se puede escribir en la carpeta de exportación %1: %2</translation>
    </message>
    <message>
        <source>There is not enough memory for the crop</source>
        <translation>No hay memoria suficiente para el recorte</translation>
    </message>
    <message>
        <source>Waiting for the %1</source>
        <translation>Espera a %1</translation>
    </message>
    <message>
        <source>database</source>
        <translation>la base de datos</translation>
    </message>
    <message>
        <source>export folder</source>
        <translation>la carpeta de exportación</translation>
    </message>
    <message>
        <source>worker&apos;s machine</source>
        <translation>el equipo del proceso</translation>
    </message>
    <message>
        <source>start_date must be before end_date</source>
        <translation>start_date debe ser anterior a end_date</translation>
    </message>
    <message>
        <source>start_date cannot be in the future</source>
        <translation>start_date no puede estar en el futuro</translation>
    </message>
    <message>
        <source>end_date cannot be in the future</source>
        <translation>end_date no puede estar en el futuro</translation>
    </message>
    <message>
        <source>Date range cannot exceed 1 year</source>
        <translation>El rango de fechas no puede pasar de 1 año</translation>
    </message>
    <message>
        <source>%1 must be a PNG or an SVG without references: %2</source>
        <translation>%1 debe ser un PNG o un SVG sin referencias: %2</translation>
    </message>
    <message>
        <source>it is not an image in base64</source>
        <translation>no es una imagen en base64</translation>
    </message>
    <message>
        <source>it may have at most %1 pixels a side</source>
        <translation>puede tener como máximo %1 píxeles por lado</translation>
    </message>
    <message>
        <source>the SVG has a DOCTYPE</source>
        <translation>el SVG tiene un DOCTYPE</translation>
    </message>
    <message>
        <source>the SVG has an element &lt;%1&gt;</source>
        <translation>el SVG tiene un elemento &lt;%1&gt;</translation>
    </message>
    <message>
        <source>the SVG is broken: %1</source>
        <translation>el SVG está roto: %1</translation>
    </message>
    <message>
        <source>%1. The job is still there: remove it again when that is mended</source>
        <translation>%1. El trabajo sigue ahí: quítelo de nuevo cuando eso esté arreglado</translation>
    </message>
    <message>
        <source>No Herdbook worker makes this job any more, but it isn&apos;t ended yet: %1. Cancel it again</source>
        <translation>Ningún proceso de Herdbook hace ya este trabajo, pero aún no ha terminado: %1. Cancélelo de nuevo</translation>
    </message>
    <message>
        <source>%1 isn&apos;t in the export folder any more. Cancel the job and run it again</source>
        <translation>%1 ya no está en la carpeta de exportación. Cancele el trabajo y hágalo de nuevo</translation>
    </message>
    <message>
        <source>Whether %1 is deleted isn&apos;t known: the export folder %2</source>
        <translation>No se sabe si %1 está borrado: la carpeta de exportación %2</translation>
    </message>
    <message>
        <source>Whose file %1 is isn&apos;t known: the export folder %2</source>
        <translation>No se sabe de quién es el archivo %1: la carpeta de exportación %2</translation>
    </message>
    <message>
        <source>the export folder %1</source>
        <translation>la carpeta de exportación %1</translation>
    </message>
    <message>
        <source>it can&apos;t be looked for (%1)</source>
        <translation>no se puede buscar (%1)</translation>
    </message>
    <message>
        <source>%1 is not the file that was made: it has %2 of %3 bytes</source>
        <translation>%1 no es el archivo que se hizo: tiene %2 de %3 bytes</translation>
    </message>
    <message>
        <source>%1 is not the file that was made: its SHA-256 differs</source>
        <translation>%1 no es el archivo que se hizo: su SHA-256 es otro</translation>
    </message>
    <message>
        <source>The web API sent another part of the file than was asked for</source>
        <translation>La API web envió otra parte del archivo que la pedida</translation>
    </message>
    <message>
        <source>The job history can&apos;t be opened</source>
        <translation>No se puede abrir el historial de trabajos</translation>
    </message>
    <message>
        <source>The job history can&apos;t be written or read: %1</source>
        <translation>No se puede escribir o leer el historial de trabajos: %1</translation>
    </message>
    <message>
        <source>Nothing can be asked for or changed now. %1</source>
        <translation>Ahora no se puede pedir ni cambiar nada. %1</translation>
    </message>
    <message>
        <source>Python workers can&apos;t be heard: %1</source>
        <translation>No se oye a los procesos de Python: %1</translation>
    </message>
    <message>
        <source>No worker of Herdbook&apos;s is ready, and whether one of the Python ones takes exports isn&apos;t known: &quot;celery inspect active_queues&quot; tells</source>
        <translation>Ningún proceso de Herdbook está listo, y no se sabe si alguno de los de Python acepta exportaciones: &quot;celery inspect active_queues&quot; lo dice</translation>
    </message>
    <message>
        <source>Redis holds more jobs in hand, or more workers, than are looked at: what some jobs are doing isn&apos;t known</source>
        <translation>Redis tiene más trabajos en curso, o más procesos, de los que se miran: no se sabe qué hacen algunos trabajos</translation>
    </message>
    <message>
        <source>The key %1 in Redis holds no lease: whether a worker is there isn&apos;t known</source>
        <translation>La clave %1 de Redis no contiene un plazo: no se sabe si hay un proceso</translation>
    </message>
    <message>
        <source>The Redis user %1 lacks rights: %2</source>
        <translation>Al usuario de Redis %1 le faltan permisos: %2</translation>
    </message>
    <message>
        <source>Celery&apos;s result can&apos;t be published: %1</source>
        <translation>No se puede publicar el resultado de Celery: %1</translation>
    </message>
    <message>
        <source>scores come from %1 now, not from %2</source>
        <translation>los puntajes vienen de otra fuente: ahora %1, antes %2</translation>
    </message>
    <message>
        <source>1 detection was deleted</source>
        <translation>se borró 1 detección</translation>
    </message>
    <message>
        <source>%1 detections were deleted</source>
        <translation>se borraron %1 detecciones</translation>
    </message>
    <message>
        <source>1 detection has another sex now</source>
        <translation>1 detección tiene ahora otro sexo</translation>
    </message>
    <message>
        <source>%1 detections have another sex now</source>
        <translation>%1 detecciones tienen ahora otro sexo</translation>
    </message>
    <message>
        <source>1 detection has another score now</source>
        <translation>1 detección tiene ahora otro puntaje</translation>
    </message>
    <message>
        <source>%1 detections have another score now</source>
        <translation>%1 detecciones tienen ahora otro puntaje</translation>
    </message>
    <message>
        <source>1 detection matches another profile best now</source>
        <translation>1 detección coincide ahora mejor con otro perfil</translation>
    </message>
    <message>
        <source>%1 detections match another profile best now</source>
        <translation>%1 detecciones coinciden ahora mejor con otro perfil</translation>
    </message>
    <message>
        <source>the pool&apos;s digest is another one</source>
        <translation>el conjunto tiene otra huella</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read (%2), so what other trials came to is not known</source>
        <translation>no se puede leer %1 (%2), así que no se sabe a qué llegaron otros ensayos</translation>
    </message>
    <message>
        <source>the shared journal</source>
        <translation>la bitácora compartida</translation>
    </message>
    <message>
        <source>the journal on this computer</source>
        <translation>la bitácora de este equipo</translation>
    </message>
    <message>
        <source>a newer Herdbook made it</source>
        <translation>la hizo un Herdbook más nuevo</translation>
    </message>
    <message>
        <source>the trial of %1: %2</source>
        <translation>el ensayo del %1: %2</translation>
    </message>
    <message>
        <source>it is of another pool</source>
        <translation>es de otro conjunto</translation>
    </message>
    <message>
        <source>its answers do not bear it out</source>
        <translation>sus respuestas no lo respaldan</translation>
    </message>
    <message>
        <source>two journals have other answers of %1</source>
        <translation>dos bitácoras tienen respuestas distintas de %1</translation>
    </message>
    <message>
        <source>The certificate in the journal is incomplete</source>
        <translation>El certificado de la bitácora está incompleto</translation>
    </message>
    <message>
        <source>The saved trial is incomplete</source>
        <translation>El ensayo guardado está incompleto</translation>
    </message>
    <message>
        <source>The trial was saved by another version of Herdbook</source>
        <translation>El ensayo lo guardó otra versión de Herdbook</translation>
    </message>
    <message>
        <source>The journal holds an answer that doesn&apos;t exist</source>
        <translation>La bitácora contiene una respuesta que no existe</translation>
    </message>
    <message>
        <source>The shared journal lacks answer %1 of %2</source>
        <translation>A la bitácora compartida le falta la respuesta %1 de %2</translation>
    </message>
    <message>
        <source>The journal of trials holds an answer that doesn&apos;t exist</source>
        <translation>La bitácora de ensayos contiene una respuesta que no existe</translation>
    </message>
    <message>
        <source>The journal of trials lacks answer %1 of a reviewer</source>
        <translation>A la bitácora de ensayos le falta la respuesta %1 de un revisor</translation>
    </message>
    <message>
        <source>The journal has no seed of this pool that can be read</source>
        <translation>La bitácora no tiene una semilla legible de este conjunto</translation>
    </message>
    <message>
        <source>Can&apos;t make the folder of %1</source>
        <translation>No se puede crear la carpeta de %1</translation>
    </message>
    <message>
        <source>The journal is at version %1, made by a newer Herdbook; this one knows version %2</source>
        <translation>La bitácora está en la versión %1, hecha por un Herdbook más nuevo; este conoce la versión %2</translation>
    </message>
    <message>
        <source>The journal is at version %1, this Herdbook writes version %2; nothing was written</source>
        <translation>La bitácora está en la versión %1, este Herdbook escribe la versión %2; no se escribió nada</translation>
    </message>
    <message>
        <source>The journal says &quot;%1&quot; of a row, which this Herdbook doesn&apos;t know</source>
        <translation>La bitácora dice “%1” de una fila, lo que este Herdbook no conoce</translation>
    </message>
    <message>
        <source>The journal holds %1 rows not undone by now, not %2; look again</source>
        <translation>La bitácora ya contiene %1 filas sin deshacer, no %2; mire de nuevo</translation>
    </message>
    <message>
        <source>The database changed %1 rows otherwise than asked; nothing was kept</source>
        <translation>La base de datos cambió %1 filas de otro modo que el pedido; no se conservó nada</translation>
    </message>
    <message>
        <source>The database wrote %1 of %2 rows; nothing was kept</source>
        <translation>La base de datos escribió %1 de %2 filas; no se conservó nada</translation>
    </message>
    <message>
        <source>The database doesn&apos;t let %1 rows be what they were, probably by a trigger; nothing was undone</source>
        <translation>La base de datos no deja que %1 filas vuelvan a ser lo que eran, quizá por un disparador; no se deshizo nada</translation>
    </message>
    <message>
        <source>The column %1 has gone since the batch was written, so nobody can tell what was decided about its rows; nothing was undone</source>
        <translation>La columna %1 ha desaparecido desde que se escribió el lote, así que nadie puede saber qué se decidió sobre sus filas; no se deshizo nada</translation>
    </message>
    <message>
        <source>A detection is in the batch twice</source>
        <translation>Una detección está dos veces en el lote</translation>
    </message>
    <message>
        <source>The batch was written but is not in the journal</source>
        <translation>El lote se escribió pero no está en la bitácora</translation>
    </message>
    <message>
        <source>%1 is a view or a foreign table, into which no batch can be written; accepted: a table</source>
        <translation>%1 es una vista o una tabla externa, en la que no se puede escribir un lote; se acepta una tabla</translation>
    </message>
    <message>
        <source>Row security on %1 may hide rows from this role, and a hidden row looks like a deleted one; use a role that sees all of them (BYPASSRLS)</source>
        <translation>La seguridad por filas de %1 puede ocultar filas a este rol, y una oculta parece una borrada; use un rol que las vea todas (BYPASSRLS)</translation>
    </message>
    <message>
        <source>The database has a schema &apos;herdbook&apos; that isn&apos;t Herdbook&apos;s</source>
        <translation>La base de datos tiene un esquema “herdbook” que no es el de Herdbook</translation>
    </message>
    <message>
        <source>Schema &apos;herdbook&apos; is at version %1 by now, not %2; look again</source>
        <translation>El esquema “herdbook” ya está en la versión %1, no en la %2; mire de nuevo</translation>
    </message>
    <message>
        <source>Schema &apos;herdbook&apos; has no version %1</source>
        <translation>El esquema “herdbook” no tiene versión %1</translation>
    </message>
    <message>
        <source>%1 is in use by %2 (process %3) since %4 UTC</source>
        <translation>%1 está en uso por %2 (proceso %3) desde %4 UTC</translation>
    </message>
    <message>
        <source>it belongs to the role %1</source>
        <translation>pertenece al rol %1</translation>
    </message>
    <message>
        <source>its table %1 belongs to the role %2</source>
        <translation>su tabla %1 pertenece al rol %2</translation>
    </message>
    <message>
        <source>its table %1 has the trigger %2 of the role %3</source>
        <translation>su tabla %1 tiene el disparador %2 del rol %3</translation>
    </message>
    <message>
        <source>its table %1 has the rule %2</source>
        <translation>su tabla %1 tiene la regla %2</translation>
    </message>
    <message>
        <source>its table %1 has row security</source>
        <translation>su tabla %1 tiene seguridad por filas</translation>
    </message>
    <message>
        <source>%1 is not a plain table</source>
        <translation>%1 no es una tabla corriente</translation>
    </message>
    <message>
        <source>%1, certified</source>
        <translation>%1, certificado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>solo %1</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more.</source>
        <translation>De %1 que se podían comparar, %2 puntúa %3 o más.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more; %4 more lie between %5 and %6.</source>
        <translation>De %1 que se podían comparar, %2 puntúa %3 o más; otras %4 están entre %5 y %6.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more; %4 more lie between %5 and %6.</source>
        <translation>De %1 que se podían comparar, %2 puntúan %3 o más; otras %4 están entre %5 y %6.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more (%4 assigned ones score less; they came with their burst).</source>
        <translation>De %1 que se podían comparar, %2 puntúa %3 o más (%4 asignadas puntúan menos; llegaron con su ráfaga).</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more (%4 assigned ones score less; they came with their burst).</source>
        <translation>De %1 que se podían comparar, %2 puntúan %3 o más (%4 asignadas puntúan menos; llegaron con su ráfaga).</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 scores %3 or more (%4 assigned ones score less; they came with their burst); %5 more lie between %6 and %7.</source>
        <translation>De %1 que se podían comparar, %2 puntúa %3 o más (%4 asignadas puntúan menos; llegaron con su ráfaga); otras %5 están entre %6 y %7.</translation>
    </message>
    <message>
        <source>Of %1 that could be matched, %2 score %3 or more (%4 assigned ones score less; they came with their burst); %5 more lie between %6 and %7.</source>
        <translation>De %1 que se podían comparar, %2 puntúan %3 o más (%4 asignadas puntúan menos; llegaron con su ráfaga); otras %5 están entre %6 y %7.</translation>
    </message>
    <message>
        <source>1 unassigned detection</source>
        <translation>1 detección sin asignar</translation>
    </message>
    <message>
        <source>%1 unassigned detections</source>
        <translation>%1 detecciones sin asignar</translation>
    </message>
    <message>
        <source>No threshold gains %1: of %2 that could be matched, %3 scores %4 or more.</source>
        <translation>Ningún umbral gana %1: de %2 que se podían comparar, %3 puntúa %4 o más.</translation>
    </message>
    <message>
        <source>No threshold gains %1: of %2 that could be matched, %3 score %4 or more.</source>
        <translation>Ningún umbral gana %1: de %2 que se podían comparar, %3 puntúan %4 o más.</translation>
    </message>
    <message>
        <source>unassigned detections that score %1 or more</source>
        <translation>detecciones sin asignar que puntúen %1 o más</translation>
    </message>
    <message>
        <source>No threshold is good enough.</source>
        <translation>Ningún umbral es lo bastante bueno.</translation>
    </message>
    <message>
        <source>The strictest one that gains %1, %2, would be wrong in about %3 of its new assignments, at most %4.</source>
        <translation>El más estricto que gana %1, %2, se equivocaría en cerca del %3 de sus nuevas asignaciones, como máximo en el %4.</translation>
    </message>
    <message>
        <source>The strictest one that gains %1, %2, would be too often wrong even if all %3 were right, whom nobody can judge.</source>
        <translation>El más estricto que gana %1, %2, se equivocaría demasiado aunque todo fuera correcto en los que nadie puede juzgar (%3).</translation>
    </message>
    <message>
        <source>The threshold in force is itself unsound: the detections that would get the wrong deer at %1 are expected to come to over %2 of the %3 assigned now.</source>
        <translation>El umbral vigente es en sí poco fiable: las detecciones que a %1 recibirían el venado equivocado serían más del %2 de las %3 asignadas ahora.</translation>
    </message>
    <message>
        <source>The threshold in force is itself unsound: detections that would get the wrong deer at %1 are expected, and none is assigned yet to set against them.</source>
        <translation>El umbral vigente es en sí poco fiable: a %1 se esperan detecciones que recibirían el venado equivocado, y aún no hay ninguna asignada con que compararlas.</translation>
    </message>
    <message>
        <source>profiles with a vector</source>
        <translation>perfiles con vector</translation>
    </message>
    <message>
        <source>detections with a usable vector whose sex has profiles</source>
        <translation>detecciones con un vector útil cuyo sexo tenga perfiles</translation>
    </message>
    <message>
        <source>vectors of the detections and profiles: compute from vectors</source>
        <translation>vectores de las detecciones y los perfiles: calcule a partir de los vectores</translation>
    </message>
    <message>
        <source>a stricter threshold in force, and the wrong assignments taken back</source>
        <translation>un umbral vigente más estricto, y revertidas las asignaciones erróneas</translation>
    </message>
    <message>
        <source>a stricter threshold in force</source>
        <translation>un umbral vigente más estricto</translation>
    </message>
    <message>
        <source>too few unassigned %1 that can be judged</source>
        <translation>demasiado pocos sin asignar que se puedan juzgar (%1)</translation>
    </message>
    <message>
        <source>%1; only %2 assigned already are left to compare with</source>
        <translation>%1; para comparar solo quedan los ya asignados (%2)</translation>
    </message>
    <message>
        <source>%1, and too few %2 assigned already to compare with</source>
        <translation>%1, y demasiado pocos ya asignados con que comparar (%2)</translation>
    </message>
    <message>
        <source>%1: %2 evidence; %3</source>
        <translation>%1: evidencia %2; %3</translation>
    </message>
    <message>
        <source>%1: %2 evidence; %3; alone they could go to %4</source>
        <translation>%1: evidencia %2; %3; por sí solos podrían llegar a %4</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fuerte</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>débil</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nula</translation>
    </message>
    <message>
        <source>No certificate found here.</source>
        <translation>Aquí no se encontró ningún certificado.</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>No se sabe: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Por hacer: %1</translation>
    </message>
    <message>
        <source>Certified by the trial of %1, %2 by %3.</source>
        <translation>Certificado por el ensayo del %1, %2 de %3.</translation>
    </message>
    <message>
        <source>Certified by the trial of %1, %2 by %3 and %4.</source>
        <translation>Certificado por el ensayo del %1, %2 de %3 y %4.</translation>
    </message>
    <message>
        <source>At most %1 of the %2 that the trial is about are wrong; such a statement is false in at most %3 of 100 trials.</source>
        <translation>Como máximo el %1 de las %2 de que trata el ensayo está mal; tal afirmación es falsa en como máximo %3 de 100 ensayos.</translation>
    </message>
    <message>
        <source>Of these, %1 is not assigned yet.</source>
        <translation>De estas, %1 aún no está asignada.</translation>
    </message>
    <message>
        <source>Of these, %1 are not assigned yet.</source>
        <translation>De estas, %1 aún no están asignadas.</translation>
    </message>
    <message>
        <source>A trial of %1 was withheld: %2.</source>
        <translation>Un ensayo del %1 fue retenido: %2.</translation>
    </message>
    <message>
        <source>It is no evidence either way.</source>
        <translation>No es evidencia ni a favor ni en contra.</translation>
    </message>
    <message>
        <source>A trial of %1 looked at %2 and certified %3 (%4).</source>
        <translation>Un ensayo del %1 miró %2; certificado: %3 (%4).</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>all were called the same</source>
        <translation>todos se llamaron “Mismo”</translation>
    </message>
    <message>
        <source>%1 was not called the same</source>
        <translation>%1 no se llamó “Mismo”</translation>
    </message>
    <message>
        <source>%1 were not called the same</source>
        <translation>%1 no se llamaron “Mismo”</translation>
    </message>
    <message>
        <source>So %1 is not recommended, whatever the scores say.</source>
        <translation>Por eso no se recomienda %1, digan lo que digan los puntajes.</translation>
    </message>
    <message>
        <source>a looser threshold</source>
        <translation>un umbral más laxo</translation>
    </message>
    <message>
        <source>No certificate counts: %1.</source>
        <translation>Ningún certificado cuenta: %1.</translation>
    </message>
    <message>
        <source>Nothing to do where the deployment has no such column; otherwise run its migrations.</source>
        <translation>Nada que hacer si la instalación no tiene esa columna; si no, ejecute sus migraciones.</translation>
    </message>
    <message>
        <source>Embed these deer&apos;s founding detections again; without a usable vector nothing can match them.</source>
        <translation>Calcule de nuevo los vectores de las detecciones fundadoras de estos venados; sin un vector útil nada puede coincidir con ellos.</translation>
    </message>
    <message>
        <source>Embed all profiles with one model version.</source>
        <translation>Calcule los vectores de todos los perfiles con una sola versión del modelo.</translation>
    </message>
    <message>
        <source>Store the scores anew with one threshold (herdbook-analyze --backfill into an emptied table; it needs vectors), or analyze from vectors.</source>
        <translation>Guarde los puntajes de nuevo con un solo umbral (herdbook-analyze --backfill en una tabla vaciada; necesita vectores), o analice a partir de los vectores.</translation>
    </message>
    <message>
        <source>Store the missing pairs: herdbook-analyze --backfill, once the detections and profiles have vectors.</source>
        <translation>Guarde los pares que faltan: herdbook-analyze --backfill, cuando las detecciones y los perfiles tengan vectores.</translation>
    </message>
    <message>
        <source>Check which model and which column the vectors come from, then embed again.</source>
        <translation>Compruebe de qué modelo y de qué columna vienen los vectores, y calcúlelos de nuevo.</translation>
    </message>
    <message>
        <source>Have the detections embedded by a model that tells animals apart; merge nothing for this.</source>
        <translation>Haga calcular los vectores con un modelo que distinga a los animales; no una nada por esto.</translation>
    </message>
    <message>
        <source>Give deer of the sexes that are seen a profile.</source>
        <translation>Dé un perfil a venados de los sexos que se ven.</translation>
    </message>
    <message>
        <source>Give the deer profiles: a founding detection&apos;s vector each.</source>
        <translation>Dé perfiles a los venados: a cada uno el vector de una detección fundadora.</translation>
    </message>
    <message>
        <source>Look at the %1 more like the other sex: they may be of the other sex.</source>
        <translation>Mire %1 más al otro sexo: quizá sea el suyo.</translation>
    </message>
    <message>
        <source>1 detection that looks</source>
        <translation>1 detección que se parece</translation>
    </message>
    <message>
        <source>%1 detections that look</source>
        <translation>las %1 detecciones que se parecen</translation>
    </message>
    <message>
        <source>All columns are there.</source>
        <translation>Todas las columnas están.</translation>
    </message>
    <message>
        <source>Taken at their defaults: %1.</source>
        <translation>Se toman sus valores por defecto: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 a usable profile; %3 without a vector, %4 with NaN, infinite or zero values or of another length, %5 normalized.</source>
        <translation>%1 de %2 un perfil útil; %3 sin vector, %4 con valores NaN, infinitos o cero o de otra longitud, %5 normalizados.</translation>
    </message>
    <message>
        <source>1 deer has</source>
        <translation>1 venado tiene</translation>
    </message>
    <message>
        <source>%1 deer have</source>
        <translation>%1 venados tienen</translation>
    </message>
    <message>
        <source>%1 of %2 and are left out; whether the others&apos; are usable isn&apos;t looked at with stored scores.</source>
        <translation>%1 de %2 y quedan fuera; con puntajes guardados no se mira si los de los demás son útiles.</translation>
    </message>
    <message>
        <source>1 deer has no vector</source>
        <translation>1 venado no tiene vector</translation>
    </message>
    <message>
        <source>%1 deer have no vector</source>
        <translation>%1 venados no tienen vector</translation>
    </message>
    <message>
        <source>No version is recorded.</source>
        <translation>No hay ninguna versión anotada.</translation>
    </message>
    <message>
        <source>Recorded: %1.</source>
        <translation>Anotado: %1.</translation>
    </message>
    <message>
        <source>Not known of %1 of %2.</source>
        <translation>No se sabe de %1 de %2.</translation>
    </message>
    <message>
        <source>Stored scores of several versions can&apos;t be told apart.</source>
        <translation>No se pueden distinguir puntajes guardados de varias versiones.</translation>
    </message>
    <message>
        <source>Scores are computed from the vectors as they are.</source>
        <translation>Los puntajes se calculan con los vectores tal como están.</translation>
    </message>
    <message>
        <source>There are no stored scores.</source>
        <translation>No hay puntajes guardados.</translation>
    </message>
    <message>
        <source>None is recorded.</source>
        <translation>No hay ninguno anotado.</translation>
    </message>
    <message>
        <source>Used: %1.</source>
        <translation>Usado: %1.</translation>
    </message>
    <message>
        <source>Used: %1 to %2.</source>
        <translation>Usados: de %1 a %2.</translation>
    </message>
    <message>
        <source>%1 of the pairs of one sex are stored (at least %2 needed).</source>
        <translation>El %1 de los pares de un mismo sexo está guardado (hace falta al menos el %2).</translation>
    </message>
    <message>
        <source>No pair of a detection and a profile of its sex could be stored.</source>
        <translation>No se podía guardar ningún par de una detección y un perfil de su sexo.</translation>
    </message>
    <message>
        <source>%1 a score that is null, under 0 or no number: left out.</source>
        <translation>%1 un puntaje nulo, menor que 0 o que no es un número: quedan fuera.</translation>
    </message>
    <message>
        <source>1 row has</source>
        <translation>1 fila tiene</translation>
    </message>
    <message>
        <source>%1 rows have</source>
        <translation>%1 filas tienen</translation>
    </message>
    <message>
        <source>%1 scores of 0 may have been negative.</source>
        <translation>%1 puntajes de 0 pueden haber sido negativos.</translation>
    </message>
    <message>
        <source>There are no other animals&apos; scores to compare with.</source>
        <translation>No hay puntajes de otros animales con que comparar.</translation>
    </message>
    <message>
        <source>The vectors were not made by the same model as the profiles: assigned detections score %1 on their own profile (median), another animal&apos;s best is %2 in one of twenty; AUC %3.</source>
        <translation>Los vectores no son del mismo modelo que los perfiles: las detecciones asignadas puntúan %1 con su propio perfil (mediana), y en una de cada veinte el mejor de otro animal es %2; AUC %3.</translation>
    </message>
    <message>
        <source>Own and other animals&apos; scores are still well apart (AUC %1).</source>
        <translation>Los puntajes propios y los de otros animales siguen bien separados (AUC %1).</translation>
    </message>
    <message>
        <source>That is how random vectors look (mean .318, standard deviation .032): these scores tell no animals apart.</source>
        <translation>Así se ven los vectores aleatorios (media 0.318, desviación estándar 0.032): estos puntajes no distinguen animales.</translation>
    </message>
    <message>
        <source>No deer has a vector to compare with, so those of the detections weren&apos;t read.</source>
        <translation>Ningún venado tiene un vector con que comparar, así que no se leyeron los de las detecciones.</translation>
    </message>
    <message>
        <source>There are no vectors; %1 none.</source>
        <translation>No hay vectores; %1 ninguno.</translation>
    </message>
    <message>
        <source>%1 NaN or infinite values or another length; left out.</source>
        <translation>%1 valores NaN o infinitos u otra longitud; quedan fuera.</translation>
    </message>
    <message>
        <source>1 vector has</source>
        <translation>1 vector tiene</translation>
    </message>
    <message>
        <source>%1 vectors have</source>
        <translation>%1 vectores tienen</translation>
    </message>
    <message>
        <source>%1 all zeros; left out.</source>
        <translation>%1 todo ceros; quedan fuera.</translation>
    </message>
    <message>
        <source>1 vector is</source>
        <translation>1 vector es</translation>
    </message>
    <message>
        <source>%1 vectors are</source>
        <translation>%1 vectores son</translation>
    </message>
    <message>
        <source>1 vector was not of length 1; normalized.</source>
        <translation>1 vector no era de longitud 1; normalizado.</translation>
    </message>
    <message>
        <source>%1 vectors were not of length 1; normalized.</source>
        <translation>%1 vectores no eran de longitud 1; normalizados.</translation>
    </message>
    <message>
        <source>There are no two profiles to compare.</source>
        <translation>No hay dos perfiles que comparar.</translation>
    </message>
    <message>
        <source>Stored scores don&apos;t tell how alike profiles are.</source>
        <translation>Los puntajes guardados no dicen cuánto se parecen los perfiles.</translation>
    </message>
    <message>
        <source>%1 of %2 profiles of one sex look like one animal at %3.</source>
        <translation>%1 de %2 perfiles de un mismo sexo parecen un mismo animal a %3.</translation>
    </message>
    <message>
        <source>That is no sign of duplicates, but of scores that don&apos;t tell animals apart.</source>
        <translation>Eso no es señal de duplicados, sino de puntajes que no distinguen a los animales.</translation>
    </message>
    <message>
        <source>This database has no column %1</source>
        <translation>Esta base de datos no tiene la columna %1</translation>
    </message>
    <message>
        <source>This database has no table %1</source>
        <translation>Esta base de datos no tiene la tabla %1</translation>
    </message>
    <message>
        <source>The analysis was cancelled</source>
        <translation>El análisis se canceló</translation>
    </message>
    <message>
        <source>Can&apos;t keep the analysis in %1: %2</source>
        <translation>No se puede guardar el análisis en %1: %2</translation>
    </message>
    <message>
        <source>deer.feature_vector holds vectors of different lengths (%1): they can&apos;t be compared</source>
        <translation>deer.feature_vector contiene vectores de distinta longitud (%1): no se pueden comparar</translation>
    </message>
    <message>
        <source>%1 of %2 values</source>
        <translation>%1 de %2 valores</translation>
    </message>
    <message>
        <source>%1 of the %2 vectors in detections.feature_vector don&apos;t have the %3 values of those in deer.feature_vector: they can&apos;t be compared</source>
        <translation>%1 de los %2 vectores de detections.feature_vector no tienen los %3 valores de los de deer.feature_vector: no se pueden comparar</translation>
    </message>
    <message>
        <source>detections.feature_vector can&apos;t be read again</source>
        <translation>No se puede volver a leer detections.feature_vector</translation>
    </message>
    <message>
        <source>reid_similarity_scores.similarity_score holds values over 1, while scores are from 0 to 1: they can&apos;t be compared with a threshold</source>
        <translation>reid_similarity_scores.similarity_score contiene valores mayores que 1, cuando los puntajes van de 0 a 1: no se pueden comparar con un umbral</translation>
    </message>
    <message>
        <source>Of the %1 assigned, %2 fell out at a step before the last.</source>
        <translation>De las %1 asignadas, %2 cayeron en un paso anterior al último.</translation>
    </message>
    <message>
        <source>Suspects: %1.</source>
        <translation>Sospechas: %1.</translation>
    </message>
    <message>
        <source>%1 of profiles that may be one animal</source>
        <translation>%1 de perfiles que pueden ser un mismo animal</translation>
    </message>
    <message>
        <source>%1 more like the other sex</source>
        <translation>%1 con más parecido al otro sexo</translation>
    </message>
    <message>
        <source>%1 of one image with one deer at %2</source>
        <translation>%1 de una imagen con un solo venado a %2</translation>
    </message>
    <message>
        <source>%1 of one animal with several deer at %2</source>
        <translation>%1 de un animal con varios venados a %2</translation>
    </message>
    <message>
        <source>Not to be seen in this data: %1.</source>
        <translation>No se ve en estos datos: %1.</translation>
    </message>
    <message>
        <source>profiles that may be one animal</source>
        <translation>perfiles que pueden ser un mismo animal</translation>
    </message>
    <message>
        <source>wrong sexes</source>
        <translation>sexos equivocados</translation>
    </message>
    <message>
        <source>one deer twice in an image</source>
        <translation>un venado dos veces en una imagen</translation>
    </message>
    <message>
        <source>several deer in one animal&apos;s burst</source>
        <translation>varios venados en la ráfaga de un animal</translation>
    </message>
    <message>
        <source>vectors</source>
        <translation>vectores</translation>
    </message>
    <message>
        <source>%1 has no time zone; its times are taken as %2&apos;s.</source>
        <translation>%1 no tiene zona horaria; sus horas se toman como de %2.</translation>
    </message>
    <message>
        <source>%1 has row security: rows may be hidden from this user.</source>
        <translation>%1 tiene seguridad por filas: a este usuario se le pueden ocultar filas.</translation>
    </message>
    <message>
        <source>%1 has no time zone; its times are taken as %2&apos;s</source>
        <translation>%1 no tiene zona horaria; sus horas se toman como de %2</translation>
    </message>
    <message>
        <source>Expired files can&apos;t be deleted: %1</source>
        <translation>No se pueden eliminar los archivos caducados: %1</translation>
    </message>
    <message>
        <source>%1 of %2 scores less than %3: assigned by hand, by a trial, or at another threshold.</source>
        <translation>De %2, %1 puntúa menos de %3: asignada a mano, por un ensayo o con otro umbral.</translation>
    </message>
    <message>
        <source>%1 of %2 score less than %3: assigned by hand, by a trial, or at another threshold.</source>
        <translation>De %2, %1 puntúan menos de %3: asignadas a mano, por un ensayo o con otro umbral.</translation>
    </message>
    <message>
        <source>Check REID_THRESHOLD, unless people or a trial assigned them.</source>
        <translation>Compruebe REID_THRESHOLD, salvo que las asignaran personas o un ensayo.</translation>
    </message>
    <message>
        <source>a later one found more wrong than it allows</source>
        <translation>uno posterior halló más erróneas de las que admite</translation>
    </message>
    <message>
        <source>Estimated; a trial proves at most %1, not %2.</source>
        <translation>Estimado; un ensayo demuestra como máximo %1, no %2.</translation>
    </message>
    <message>
        <source>A trial proves at most %1, not %2.</source>
        <translation>Un ensayo demuestra como máximo %1, no %2.</translation>
    </message>
    <message>
        <source>bursts and images show at least %1 wrong among its %2</source>
        <translation>las ráfagas y las imágenes muestran al menos %1 erróneas entre sus %2</translation>
    </message>
    <message>
        <source>Try %1 on a sample: a trial proves at most %2, not %3.</source>
        <translation>Pruebe %1 en una muestra: un ensayo demuestra como máximo %2, no %3.</translation>
    </message>
    <message>
        <source>In force is %1.</source>
        <translation>El vigente es %1.</translation>
    </message>
    <message>
        <source>Check REID_THRESHOLD: what is told of the assigned takes for granted that it assigned them.</source>
        <translation>Compruebe REID_THRESHOLD: lo que se dice de las asignadas supone que las asignó ese valor.</translation>
    </message>
    <message>
        <source>TLS: no certificates of authorities can be read from %1: %2</source>
        <translation>TLS: no se pueden leer certificados de autoridades de %1: %2</translation>
    </message>
    <message>
        <source>it holds no certificate in PEM form</source>
        <translation>no contiene ningún certificado en formato PEM</translation>
    </message>
    <message>
        <source>its name has a semicolon</source>
        <translation>su nombre contiene un punto y coma</translation>
    </message>
    <message>
        <source>There is no keychain on this computer</source>
        <translation>En este equipo no hay llavero</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain doesn&apos;t answer</source>
        <translation>El llavero del escritorio no responde</translation>
    </message>
    <message>
        <source>What was answered last isn&apos;t stored yet: %1</source>
        <translation>Lo último que se respondió aún no está guardado: %1</translation>
    </message>
    <message>
        <source>a passed check (%1)</source>
        <translation>una comprobación superada (%1)</translation>
    </message>
    <message>
        <source>Are the vectors usable as they are?</source>
        <translation>¿Sirven los vectores tal como están?</translation>
    </message>
    <message>
        <source>Do profiles and detections come from one model?</source>
        <translation>¿Vienen perfiles y detecciones de un mismo modelo?</translation>
    </message>
    <message>
        <source>Do the scores carry identity?</source>
        <translation>¿Llevan identidad los puntajes?</translation>
    </message>
    <message>
        <source>Do assigned detections have their deer&apos;s sex?</source>
        <translation>¿Tienen las detecciones asignadas el sexo de su venado?</translation>
    </message>
    <message>
        <source>Is every deer only once in an image?</source>
        <translation>¿Está cada venado una sola vez en una imagen?</translation>
    </message>
    <message>
        <source>Is there only one deer in a burst of one animal?</source>
        <translation>¿Hay un solo venado en una ráfaga de un animal?</translation>
    </message>
    <message>
        <source>Are the profiles different animals?</source>
        <translation>¿Son los perfiles animales distintos?</translation>
    </message>
    <message>
        <source>Do the scores tell the profiles apart?</source>
        <translation>¿Distinguen los puntajes los perfiles?</translation>
    </message>
    <message>
        <source>Is the threshold in force the one that assigned?</source>
        <translation>¿Es el umbral vigente el que asignó?</translation>
    </message>
    <message>
        <source>Are the tables as expected?</source>
        <translation>¿Son las tablas como se espera?</translation>
    </message>
    <message>
        <source>Does every deer have a usable profile?</source>
        <translation>¿Tiene cada venado un perfil útil?</translation>
    </message>
    <message>
        <source>Are the profiles of one embedding version?</source>
        <translation>¿Son los perfiles de una sola versión del modelo?</translation>
    </message>
    <message>
        <source>Is the stored scores&apos; threshold the one in force?</source>
        <translation>¿Es el umbral de los puntajes guardados el vigente?</translation>
    </message>
    <message>
        <source>Are the stored scores complete?</source>
        <translation>¿Están completos los puntajes guardados?</translation>
    </message>
    <message>
        <source>Are the stored scores numbers from 0 to 1?</source>
        <translation>¿Son los puntajes guardados números de 0 a 1?</translation>
    </message>
    <message>
        <source>Are stored scores of 0 really 0?</source>
        <translation>¿Son realmente 0 los puntajes guardados de 0?</translation>
    </message>
    <message>
        <source>%1 is in use by %2 (process %3)</source>
        <translation>%1 está en uso por %2 (proceso %3)</translation>
    </message>
    <message>
        <source>%1 wants a password for %2; none is given</source>
        <translation>%1 pide una contraseña para %2; no se indicó ninguna</translation>
    </message>
    <message>
        <source>%1 of %2 known to be different deer were answered Same, of which %3 were taken back</source>
        <translation>%1 de %2 que se sabe distintos se respondieron “Mismo”; %3 de esas respuestas se retiraron</translation>
    </message>
    <message>
        <source>The image folder %1 is missing</source>
        <translation>Falta la carpeta de imágenes %1</translation>
    </message>
    <message>
        <source>The image folder %1 doesn&apos;t answer</source>
        <translation>La carpeta de imágenes %1 no responde</translation>
    </message>
    <message>
        <source>The image folder %1 can&apos;t be looked into (%2)</source>
        <translation>No se puede abrir la carpeta de imágenes %1 (%2)</translation>
    </message>
    <message>
        <source>The image folder %1 can&apos;t be listed (%2)</source>
        <translation>No se puede listar la carpeta de imágenes %1 (%2)</translation>
    </message>
    <message>
        <source>The image folder %1 is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>La carpeta de imágenes %1 está vacía, como cuando su disco no está montado</translation>
    </message>
    <message>
        <source>No photo can be read here: %1</source>
        <translation>Aquí no se puede leer ninguna foto: %1</translation>
    </message>
    <message>
        <source>%1, by the certificate</source>
        <translation>%1, según el certificado</translation>
    </message>
    <message>
        <source>%1, counting what isn&apos;t certified as wrong</source>
        <translation>%1, contando como erróneo lo no certificado</translation>
    </message>
    <message>
        <source>Nobody has looked at what %1 would assign besides, and nothing certifies it: %2 that came later.</source>
        <translation>Lo que %1 asignaría además no lo ha mirado nadie, y nada lo certifica: %2 de fecha posterior.</translation>
    </message>
    <message>
        <source>Nobody has looked at what %1 would assign besides, and nothing certifies it: %2 without a picture to compare.</source>
        <translation>Lo que %1 asignaría además no lo ha mirado nadie, y nada lo certifica: %2 sin imagen que comparar.</translation>
    </message>
    <message>
        <source>Nobody has looked at what %1 would assign besides, and nothing certifies it: %2 that came later, %3 without a picture to compare.</source>
        <translation>Lo que %1 asignaría además no lo ha mirado nadie, y nada lo certifica: %2 de fecha posterior, %3 sin imagen que comparar.</translation>
    </message>
    <message>
        <source>The certificate says that at most %1 are wrong, the estimate that about %2 of what %3 would assign is: one of the two is mistaken.</source>
        <translation>Según el certificado hay como máximo %1 erróneas; según la estimación, cerca del %2 de lo que %3 asignaría: uno de los dos se equivoca.</translation>
    </message>
    <message>
        <source>The certificate relies on the reviewer, that what was called the same is the same; the estimate on strangers scoring like the decoys.</source>
        <translation>El certificado confía en que lo que el revisor llamó igual es igual; la estimación, en que los extraños puntúan como los señuelos.</translation>
    </message>
    <message>
        <source>A second person&apos;s trial would tell, and so would a look at the answers.</source>
        <translation>Lo aclararían el ensayo de una segunda persona y una mirada a las respuestas.</translation>
    </message>
    <message>
        <source>Let a second person try %1 in a trial of the same detections, which takes more proof (an E of 100), and look at the answers of the first.</source>
        <translation>Haga que una segunda persona pruebe %1 en un ensayo de las mismas detecciones, que exige más evidencia (una E de 100), y mire las respuestas de la primera.</translation>
    </message>
    <message>
        <source>Only if that trial certifies it too: hand REID_THRESHOLD=%1 to operations.</source>
        <translation>Solo si ese ensayo también lo certifica: entregue REID_THRESHOLD=%1 a operaciones.</translation>
    </message>
    <message>
        <source>password authentication failed for user &quot;%1&quot;</source>
        <translation>Se rechaza al usuario %1 con esta contraseña</translation>
    </message>
    <message>
        <source>role &quot;%1&quot; does not exist</source>
        <translation>Allí no existe el usuario %1</translation>
    </message>
    <message>
        <source>role &quot;%1&quot; is not permitted to log in</source>
        <translation>El usuario %1 no puede iniciar sesión</translation>
    </message>
    <message>
        <source>database &quot;%1&quot; does not exist</source>
        <translation>En este servidor no hay una base de datos llamada %1</translation>
    </message>
    <message>
        <source>permission denied for database &quot;%1&quot;</source>
        <translation>Sin acceso a la base de datos %1</translation>
    </message>
    <message>
        <source>fe_sendauth: no password supplied</source>
        <translation>El servidor pide una contraseña; no se indicó ninguna</translation>
    </message>
    <message>
        <source>server does not support SSL, but SSL was required</source>
        <translation>El servidor no tiene TLS, pero el perfil lo pide</translation>
    </message>
    <message>
        <source>sorry, too many clients already</source>
        <translation>El servidor tiene demasiadas conexiones</translation>
    </message>
    <message>
        <source>the database system is starting up</source>
        <translation>El servidor está arrancando</translation>
    </message>
    <message>
        <source>the database system is shutting down</source>
        <translation>El servidor se está apagando</translation>
    </message>
    <message>
        <source>NOAUTH Authentication required.</source>
        <translation>Redis pide una contraseña; no se indicó ninguna.</translation>
    </message>
    <message>
        <source>WRONGPASS invalid username-password pair or user is disabled.</source>
        <translation>El usuario o la contraseña no son correctos, o el usuario está desactivado.</translation>
    </message>
    <message>
        <source>ERR DB index is out of range</source>
        <translation>No hay ninguna base de datos con ese número</translation>
    </message>
    <message>
        <source>LOADING Redis is loading the dataset in memory</source>
        <translation>Redis todavía está cargando sus datos</translation>
    </message>
    <message>
        <source>Server closed the connection</source>
        <translation>El servidor cerró la conexión</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Nadie escucha en ese puerto</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>El otro extremo cortó la conexión</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Se agotó el tiempo de conexión</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>No hay ruta hasta esa máquina</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>Nadie conoce ese nombre</translation>
    </message>
    <message>
        <source>no answer to TLS within %1 ms</source>
        <translation>ninguna respuesta a TLS en %1 ms</translation>
    </message>
    <message>
        <source>the connection broke while TLS began</source>
        <translation>la conexión se cortó al iniciarse TLS</translation>
    </message>
    <message>
        <source>No image folder is set</source>
        <translation>No hay ninguna carpeta de imágenes configurada</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>El servidor</translation>
    </message>
    <message>
        <source>%1 is empty: no export was made yet, or its disk isn&apos;t mounted</source>
        <translation>%1 está vacía: aún no se ha hecho ninguna exportación o su disco no está montado</translation>
    </message>
    <message>
        <source>The export folder is empty: no export was made yet, or its disk isn&apos;t mounted</source>
        <translation>La carpeta de exportación está vacía: aún no se ha hecho ninguna exportación o su disco no está montado</translation>
    </message>
    <message>
        <source>Whether exports can be asked for can&apos;t be tested without the right to MULTI</source>
        <translation>Sin el derecho a MULTI no se puede comprobar si es posible pedir exportaciones</translation>
    </message>
    <message>
        <source>The web API answers, but reports: %1</source>
        <translation>La API web responde, pero informa: %1</translation>
    </message>
    <message>
        <source>not all of its answers are known here</source>
        <translation>aquí no se conocen todas sus respuestas</translation>
    </message>
    <message>
        <source>Not all of %1 could be removed</source>
        <translation>No se pudo eliminar todo lo que hay en %1</translation>
    </message>
    <message>
        <source>%1, line %2: must be NAME=value</source>
        <translation>%1, línea %2: debe ser NOMBRE=valor</translation>
    </message>
    <message>
        <source>%1, line %2: must be text in UTF-8</source>
        <translation>%1, línea %2: debe ser texto en UTF-8</translation>
    </message>
    <message>
        <source>No detections found in the selected date range (photos not read yet: %1 of %2)</source>
        <translation>No hay detecciones en el rango de fechas elegido (fotos aún no leídas: %1 de %2)</translation>
    </message>
    <message>
        <source>%1 of %2 held to be different deer were answered Same; these are so only by the clocks of two cameras and today&apos;s coordinates</source>
        <translation>%1 de %2 que se tienen por venados distintos se respondieron “Mismo”; lo son solo según los relojes de dos cámaras y las coordenadas de hoy</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 is missing</source>
        <translation>No se puede saber si existe esta foto: falta la carpeta enlazada %1</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 doesn&apos;t answer</source>
        <translation>No se puede saber si existe esta foto: la carpeta enlazada %1 no responde</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 can&apos;t be looked into (%2)</source>
        <translation>No se puede saber si existe esta foto: no se puede abrir la carpeta enlazada %1 (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 can&apos;t be listed (%2)</source>
        <translation>No se puede saber si existe esta foto: no se puede listar la carpeta enlazada %1 (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the linked folder %1 is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>No se puede saber si existe esta foto: la carpeta enlazada %1 está vacía, como cuando su disco no está montado</translation>
    </message>
    <message>
        <source>Not tried again: two workers ended during this export, one or both while they read this photo; why isn&apos;t known, and a new export tries it</source>
        <translation>No se intentó de nuevo: dos procesos terminaron durante esta exportación, uno o ambos mientras leían esta foto; no se sabe por qué, y una nueva exportación lo intentará</translation>
    </message>
    <message>
        <source>No natural break at least 10% deep</source>
        <translation>Sin corte natural de al menos un 10&#xa0;% de profundidad</translation>
    </message>
    <message>
        <source>Too few different scores to look for natural breaks</source>
        <translation>Muy pocos puntajes distintos para buscar cortes naturales</translation>
    </message>
    <message>
        <source>All the wrong ones may be among what is left, of which at most %1 is wrong.</source>
        <translation>Todas las erróneas pueden estar entre las que quedan; de estas, como máximo el %1 está mal.</translation>
    </message>
    <message>
        <source>Of those not assigned yet, %1 was not called the same; the threshold would assign it too.</source>
        <translation>De las aún no asignadas, %1 no se llamó “Mismo”; el umbral la asignaría también.</translation>
    </message>
    <message>
        <source>Of those not assigned yet, %1 were not called the same; the threshold would assign them too.</source>
        <translation>De las aún no asignadas, %1 no se llamaron “Mismo”; el umbral las asignaría también.</translation>
    </message>
    <message>
        <source>Of %1 with a detection, %2 equal one (score 0.99 or more); whether others are the mean of theirs isn&apos;t looked at with stored scores.</source>
        <translation>De %1 con una detección, %2 son iguales a una (puntaje 0.99 o más); con puntajes guardados no se mira si otros son la media de las suyas.</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the folder %1 can&apos;t be looked into (%2)</source>
        <translation>No se puede saber si existe esta foto: no se puede abrir la carpeta %1 (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the folder %1 can&apos;t be listed (%2)</source>
        <translation>No se puede saber si existe esta foto: no se puede listar la carpeta %1 (%2)</translation>
    </message>
    <message>
        <source>Whether there is such a photo can&apos;t be told: the folder %1 is empty, as it is while its disk isn&apos;t mounted</source>
        <translation>No se puede saber si existe esta foto: la carpeta %1 está vacía, como cuando su disco no está montado</translation>
    </message>
    <message>
        <source>Estimated; a trial may certify it.</source>
        <translation>Estimado; un ensayo quizá lo certifique.</translation>
    </message>
    <message>
        <source>A trial may certify %1 after %2 pairs of photos at best; some known pairs come on top.</source>
        <translation>Un ensayo puede llegar a certificar %1 tras %2 pares de fotos en el mejor caso; se suman algunos pares conocidos.</translation>
    </message>
    <message>
        <source>A trial may certify %1 after %2 pairs of photos at best, after about %3 where two of them are wrong; some known pairs come on top.</source>
        <translation>Un ensayo puede llegar a certificar %1 tras %2 pares de fotos en el mejor caso, tras unos %3 si dos de ellos están mal; se suman algunos pares conocidos.</translation>
    </message>
    <message>
        <source>The trial&apos;s first page says how many looks it takes on average from a stricter threshold on, known pairs among them.</source>
        <translation>La primera página del ensayo dice cuántas miradas se requieren en promedio desde un umbral más estricto, contando los pares conocidos.</translation>
    </message>
    <message>
        <source>Try %1 on a sample: a reviewed trial may certify it.</source>
        <translation>Pruebe %1 en una muestra: un ensayo revisado quizá lo certifique.</translation>
    </message>
</context>
<context>
    <name>Protocol</name>
    <message>
        <source>Protocol of a re-identification trial</source>
        <translation>Protocolo de un ensayo de reidentificación</translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation>Ensayo %1</translation>
    </message>
    <message>
        <source>Protocol of a trial</source>
        <translation>Protocolo de un ensayo</translation>
    </message>
    <message>
        <source>Herdbook · made %1</source>
        <translation>Herdbook · hecho %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>retenido</translation>
    </message>
    <message>
        <source>candidate %1</source>
        <translation>candidato %1</translation>
    </message>
    <message>
        <source>Detections covered</source>
        <translation>Detecciones cubiertas</translation>
    </message>
    <message>
        <source>of the trial’s pool</source>
        <translation>del conjunto del ensayo</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Miradas</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Revisado por</translation>
    </message>
    <message>
        <source>It holds if</source>
        <translation>Vale si</translation>
    </message>
    <message>
        <source>Not confirmed: other trials of this pool, each of which asks for more proof, may be missing: %1.</source>
        <translation>Sin confirmar: pueden faltar otros ensayos de este conjunto, cada uno de los cuales exige más evidencia: %1.</translation>
    </message>
    <message>
        <source>Other trials of this pool on other computers, each of which would ask for more proof, are not known: the database has no journal to share them.</source>
        <translation>No se conocen otros ensayos de este conjunto en otros equipos, cada uno de los cuales pediría más evidencia: la base de datos no tiene bitácora para compartirlos.</translation>
    </message>
    <message>
        <source>Not compared with the data of the day this was made: %1.</source>
        <translation>No comparado con los datos del día en que se hizo esto: %1.</translation>
    </message>
    <message>
        <source>Levels, strict to loose</source>
        <translation>Niveles, de estricto a laxo</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>Puntaje desde</translation>
    </message>
    <message>
        <source>Claim about</source>
        <translation>Afirma sobre</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detecciones</translation>
    </message>
    <message>
        <source>Wrong at most</source>
        <translation>Erróneo máx.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Juzgadas</translation>
    </message>
    <message>
        <source>Not Same</source>
        <translation>No mismo</translation>
    </message>
    <message>
        <source>Known pairs</source>
        <translation>De control</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>fallados</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>After look</source>
        <translation>Tras mirada</translation>
    </message>
    <message>
        <source>not certified</source>
        <translation>no certificado</translation>
    </message>
    <message>
        <source>&gt; 10^8</source>
        <translation>&gt; 10^8</translation>
    </message>
    <message>
        <source>A level is certified at the first item whose e-value reaches %1, given that all stricter ones are; E prices in the reviewer through the known different pairs. Everything but “Same” counts as wrong. One false statement comes of at most %2 of 100 trials, whenever the reviewer stops.</source>
        <translation>Un nivel queda certificado en el primer par cuyo valor e alcanza %1, si lo están todos los más estrictos; E toma en cuenta al revisor mediante los pares de control. Todo menos “Mismo” cuenta como erróneo. Sale una afirmación falsa en como máximo %2 de 100 ensayos, cuando sea que el revisor se detenga.</translation>
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
        <translation>Donde no avanzó más: %1, juzgadas %2 de %3, no “Mismo” %4, pares de control %5, fallados %6; E %7.</translation>
    </message>
    <message>
        <source>The pool</source>
        <translation>El conjunto</translation>
    </message>
    <message>
        <source>Trial %1, begun %2 by %3; %4 of this pool</source>
        <translation>Ensayo %1, empezado %2 por %3; %4 de este conjunto</translation>
    </message>
    <message>
        <source>trial %1</source>
        <translation>ensayo n.º %1</translation>
    </message>
    <message>
        <source>%1 unassigned detections have a score; %2 score under the candidate, %3 have no picture, %4 have a profile without a picture; %5 can be reviewed at %6 or more</source>
        <translation>%1 detecciones sin asignar tienen puntaje; %2 están por debajo del candidato, %3 no tienen imagen, %4 tienen un perfil sin imagen; %5 se pueden revisar con %6 o más</translation>
    </message>
    <message>
        <source>One random order for all, seed %1, drawn once for this pool; known different pairs: %2</source>
        <translation>Un orden al azar para todos, semilla %1, sorteada una vez para este conjunto; pares de control: %2</translation>
    </message>
    <message>
        <source>Preset %1; reviewers: %2</source>
        <translation>Modo %1; revisores: %2</translation>
    </message>
    <message>
        <source>Digest of the pool: %1</source>
        <translation>Huella del conjunto: %1</translation>
    </message>
    <message>
        <source>All times are those of %1</source>
        <translation>Todas las horas son las de %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Datos: %1</translation>
    </message>
    <message>
        <source>Label-free estimate at %1: %2 wrong, at most %3. The trial doesn’t use it.</source>
        <translation>Estimación sin respuestas en %1: %2 erróneo, como máximo %3. El ensayo no la usa.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>%1; Same only if both say so</source>
        <translation>%1; “Mismo” solo si ambos lo dicen</translation>
    </message>
    <message>
        <source>%1; what the first doesn’t call Same goes to the second, whose answer counts</source>
        <translation>%1; lo que el primero no llama “Mismo” pasa al segundo, cuya respuesta cuenta</translation>
    </message>
    <message>
        <source>Could the reviewer tell deer apart?</source>
        <translation>¿Podía el revisor distinguir los animales?</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Known different pairs seen through: %1</source>
        <translation>Pares de control reconocidos: %1</translation>
    </message>
    <message>
        <source>Keys within one second, ignored: %1</source>
        <translation>Teclas en menos de un segundo, ignoradas: %1</translation>
    </message>
    <message>
        <source>Answers recorded within one second: %1</source>
        <translation>Respuestas en menos de un segundo: %1</translation>
    </message>
    <message>
        <source>Looks with a picture that failed: %1</source>
        <translation>Miradas con una imagen que falló: %1</translation>
    </message>
    <message>
        <source>Median time for a pair: %1</source>
        <translation>Mediana de tiempo por par: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Both say Same, or both don’t, for %1 of %2 pairs; Cohen’s kappa %3. It decides nothing.</source>
        <translation>Ambos dicen “Mismo”, o ninguno, en %1 de %2 pares; kappa de Cohen %3. No decide nada.</translation>
    </message>
    <message>
        <source>What was applied</source>
        <translation>Qué se aplicó</translation>
    </message>
    <message>
        <source>Whether anything was written to the database isn’t known: %1.</source>
        <translation>No se sabe si se escribió algo en la base de datos: %1.</translation>
    </message>
    <message>
        <source>The database’s journal has no batch of this trial.</source>
        <translation>La bitácora de la base de datos no tiene ningún lote de este ensayo.</translation>
    </message>
    <message>
        <source>Batch %1, written %2 by %3: %4 detections, %5 left alone</source>
        <translation>Lote %1, escrito %2 por %3: %4 detecciones, %5 sin tocar</translation>
    </message>
    <message>
        <source>Undone %1 by %2: %3 restored, %4 left alone</source>
        <translation>Deshecho %1 por %2: %3 de vuelta, %4 sin tocar</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It holds, with doubts: %1</source>
        <translation>Vale, con dudas: %1</translation>
    </message>
</context>
<context>
    <name>QCalendarWidget</name>
    <message>
        <source>Previous month</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mes siguiente</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Save the charts</source>
        <translation>Guardar los gráficos</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>Guardar como %1…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
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
        <translation>auto barras</translation>
    </message>
    <message>
        <source>%1 bins</source>
        <translation>%1 barras</translation>
    </message>
    <message>
        <source>under 0.1%</source>
        <translation>menos de 0.1%</translation>
    </message>
    <message>
        <source>over 99.9%</source>
        <translation>más de 99.9%</translation>
    </message>
    <message>
        <source>fewer than one</source>
        <translation>menos de una</translation>
    </message>
    <message>
        <source>about %L1</source>
        <translation>unas %L1</translation>
    </message>
    <message>
        <source>Towards %1 the bound rises: it always allows for a few wrong ones that no search can find, and of the few new detections there these would be a large share.</source>
        <translation>Hacia %1 el límite sube: siempre admite unas pocas erróneas que ninguna búsqueda puede hallar, y de las pocas detecciones nuevas que hay ahí serían una proporción grande.</translation>
    </message>
    <message>
        <source>No deer</source>
        <translation>Ningún animal</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Ningún lugar</translation>
    </message>
    <message>
        <source>No burst</source>
        <translation>Ninguna ráfaga</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>since %1: the same counts</source>
        <translation>desde %1: las mismas cantidades</translation>
    </message>
    <message>
        <source>since %1: the same counts, but other rows</source>
        <translation>desde %1: las mismas cantidades, pero otras filas</translation>
    </message>
    <message>
        <source>since %1: %2 detections, rate %3 → %4</source>
        <translation>desde %1: %2 detecciones, tasa %3 → %4</translation>
    </message>
    <message>
        <source>, %1 profiles</source>
        <translation>, %1 perfiles</translation>
    </message>
    <message>
        <source>, recommended %1 → %2</source>
        <translation>, recomendado %1 → %2</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Sin puntaje</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Hora desconocida</translation>
    </message>
    <message>
        <source>the data hadn’t changed by %1</source>
        <translation>hasta las %1 los datos no habían cambiado</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>PostgreSQL password</source>
        <translation>Contraseña de PostgreSQL</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>if the server insists</source>
        <translation>si el servidor insiste</translation>
    </message>
    <message>
        <source>if the server can</source>
        <translation>si el servidor puede</translation>
    </message>
    <message>
        <source>always</source>
        <translation>siempre</translation>
    </message>
    <message>
        <source>always, certificate checked</source>
        <translation>siempre, certificado verificado</translation>
    </message>
    <message>
        <source>always, certificate and name checked</source>
        <translation>siempre, certificado y nombre verificados</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>TLS CA file</source>
        <translation>Archivo CA de TLS</translation>
    </message>
    <message>
        <source>libpq&apos;s</source>
        <translation>el de libpq</translation>
    </message>
    <message>
        <source>none (the default user)</source>
        <translation>ninguno (el usuario predeterminado)</translation>
    </message>
    <message>
        <source>Redis password</source>
        <translation>Contraseña de Redis</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>el del sistema</translation>
    </message>
    <message>
        <source>The authorities that Redis&apos; certificate must come from</source>
        <translation>Las autoridades de las que debe venir el certificado de Redis</translation>
    </message>
    <message>
        <source>Key prefix</source>
        <translation>Prefijo de claves</translation>
    </message>
    <message>
        <source>none</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>Celery&apos;s global_keyprefix, where it has one</source>
        <translation>El global_keyprefix de Celery, si lo tiene</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Carpeta de exportación</translation>
    </message>
    <message>
        <source>Where finished exports are found here</source>
        <translation>Dónde están aquí las exportaciones terminadas</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Dirección web</translation>
    </message>
    <message>
        <source>For downloads where the folder isn&apos;t mounted</source>
        <translation>Para descargas donde la carpeta no está montada</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Where its /mnt/images is here; workers have their own</source>
        <translation>Dónde está aquí su /mnt/images; los procesos tienen el suyo</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Decides when a day begins</source>
        <translation>Decide cuándo empieza un día</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>The re-identification threshold in force, 0 to 1</source>
        <translation>El umbral de reidentificación vigente, de 0 a 1</translation>
    </message>
    <message>
        <source>Checks its certificate where TLS is &quot;always&quot;</source>
        <translation>Comprueba su certificado donde TLS es «siempre»</translation>
    </message>
</context>
<context>
    <name>Sex</name>
    <message>
        <source>bucks</source>
        <translation>machos</translation>
    </message>
    <message>
        <source>does</source>
        <translation>hembras</translation>
    </message>
    <message>
        <source>fawns</source>
        <translation>crías</translation>
    </message>
    <message>
        <source>deer of unknown sex</source>
        <translation>animales de sexo desconocido</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>current</source>
        <translation>actual</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>Step %1: %2, %3</source>
        <translation>Paso %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Mismo</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Distinto</translation>
    </message>
    <message>
        <source>Can’t tell</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>Background only</source>
        <translation>Solo fondo</translation>
    </message>
    <message>
        <source>Bad crop</source>
        <translation>Recorte malo</translation>
    </message>
    <message>
        <source>Nothing is certified: trials of the first edition count for nothing.</source>
        <translation>Nada está certificado: los ensayos de la primera edición no cuentan.</translation>
    </message>
    <message>
        <source>Nothing is certified: the certificate is withheld because %1.</source>
        <translation>Nada está certificado: el certificado está retenido porque %1.</translation>
    </message>
    <message>
        <source>At most 5% of these %1 that score %2 or more would be assigned wrongly; the way this is found out errs in at most %3 of 100 trials.</source>
        <translation>Como máximo el 5% de estas %1 con puntaje de %2 o más se asignaría mal; el modo de averiguarlo yerra en como máximo %3 de 100 ensayos.</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>detección</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>detecciones</translation>
    </message>
    <message>
        <source>Nothing is certified: under 20 detections are too few. All of them were reviewed.</source>
        <translation>Nada está certificado: menos de 20 detecciones son muy pocas. Se revisaron todas.</translation>
    </message>
    <message>
        <source>Nothing is certified: under 20 detections are too few, and not all were reviewed.</source>
        <translation>Nada está certificado: menos de 20 detecciones son muy pocas, y no se revisaron todas.</translation>
    </message>
    <message>
        <source>Nothing is certified: the review has hardly begun.</source>
        <translation>Nada está certificado: la revisión apenas ha empezado.</translation>
    </message>
    <message>
        <source> of the %1</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1 certified after that %2: known different pairs among those looks were answered Same.</source>
        <translation>%1 después de eso %2: entre esas miradas se respondió “Mismo” a pares de control.</translation>
    </message>
    <message>
        <source>looser threshold</source>
        <translation>umbral más laxo certificado</translation>
    </message>
    <message>
        <source>looser thresholds</source>
        <translation>umbrales más laxos certificados</translation>
    </message>
    <message>
        <source>doesn’t count</source>
        <translation>no cuenta</translation>
    </message>
    <message>
        <source>don’t count</source>
        <translation>no cuentan</translation>
    </message>
    <message>
        <source>does</source>
        <translation>hembras</translation>
    </message>
    <message>
        <source>bucks</source>
        <translation>machos</translation>
    </message>
    <message>
        <source>fawns</source>
        <translation>crías</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>todas juntas</translation>
    </message>
    <message>
        <source>deer of unknown sex</source>
        <translation>animales de sexo desconocido</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Corto</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Directo</translation>
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
        <translation>Animal %1</translation>
    </message>
    <message>
        <source>Can’t tell, even at the second look</source>
        <translation>“Dudoso”, incluso en la segunda mirada</translation>
    </message>
    <message>
        <source>Can’t tell so far, not shown again yet</source>
        <translation>“Dudoso” por ahora, aún no mostrados de nuevo</translation>
    </message>
    <message>
        <source>Can’t tell so far, %1 not shown again yet</source>
        <translation>“Dudoso” por ahora, %1 aún sin mostrar de nuevo</translation>
    </message>
    <message>
        <source>%1 of %2 known different pairs were seen through only after an answer Same was taken back.</source>
        <translation>%1 de %2 pares de control se reconocieron solo tras retirar una respuesta “Mismo”.</translation>
    </message>
    <message>
        <source>%1 keys came within one second and were ignored, for %2 answers.</source>
        <translation>%1 teclas llegaron en menos de un segundo y se ignoraron, para %2 respuestas.</translation>
    </message>
    <message>
        <source>Half of the pairs were judged within %1 s.</source>
        <translation>La mitad de los pares se juzgó en %1 s o menos.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1, %2 of them only after an answer Same was taken back</source>
        <translation>%1, de ellos %2 solo tras retirar una respuesta “Mismo”</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>not looked at again</source>
        <translation>no visto de nuevo</translation>
    </message>
    <message>
        <source>waits for the other reviewer</source>
        <translation>espera al otro revisor</translation>
    </message>
    <message>
        <source>not answered again</source>
        <translation>sin nueva respuesta</translation>
    </message>
    <message>
        <source>%1 km apart within %2 by camera clocks</source>
        <translation>a %1 km en %2 según los relojes de las cámaras</translation>
    </message>
    <message>
        <source>two %1 in one photo</source>
        <translation>dos %1 en una foto</translation>
    </message>
    <message>
        <source>, %1 of %2 known different pairs answered Same</source>
        <translation>, %1 de %2 pares de control con respuesta “Mismo”</translation>
    </message>
    <message>
        <source>Nothing is certified: %1 of %2 pairs%3 not answered Same%4, and the pool has no more known different pairs to go on with.</source>
        <translation>Nada está certificado: %1 de %2 pares%3 sin respuesta “Mismo”%4, y el conjunto ya no tiene pares de control para seguir.</translation>
    </message>
    <message>
        <source>Nothing is certified: %1 of all %2 pairs%3 not answered Same%4.</source>
        <translation>Nada está certificado: %1 de los %2 pares%3 en total sin respuesta “Mismo”%4.</translation>
    </message>
    <message>
        <source>Nothing is certified yet: %1 of the first %2 pairs%3 not answered Same%4.</source>
        <translation>Aún no se certifica nada: %1 de los primeros %2 pares%3 sin respuesta “Mismo”%4.</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>par</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>pares</translation>
    </message>
    <message>
        <source>To be proven first is that at most %1 of the %2%3 at %4 or more are wrong.</source>
        <translation>Primero hay que probar que, de %2%3 con %4 o más, como mucho el %1 son erróneas.</translation>
    </message>
    <message>
        <source>Each pair not answered Same counts as a wrong match, and takes more pairs to make up for.</source>
        <translation>Cada par sin respuesta “Mismo” cuenta como coincidencia errónea y requiere más pares para compensarlo.</translation>
    </message>
    <message>
        <source>Known different pairs are mixed in to show whether wrong matches would be noticed; each that was answered Same takes more pairs, too.</source>
        <translation>Hay pares de control intercalados para mostrar si se notarían las coincidencias erróneas; cada uno con respuesta “Mismo” también requiere más pares.</translation>
    </message>
    <message>
        <source>This is trial %1 of these detections, and from the second on each takes more proof.</source>
        <translation>Este es el ensayo número %1 de estas detecciones; desde el segundo, cada uno requiere más evidencia.</translation>
    </message>
    <message>
        <source>Without such answers %1 would have been enough.</source>
        <translation>Sin tales respuestas habrían bastado %1.</translation>
    </message>
    <message>
        <source>However the others are answered, these pairs can’t prove it any more.</source>
        <translation>Se responda como se responda a los demás, estos pares ya no pueden probarlo.</translation>
    </message>
    <message>
        <source>Now it takes at least %1 more, if each is answered Same and every known different pair is seen through; known pairs come on top.</source>
        <translation>Ahora se requieren al menos %1 más, si todos reciben “Mismo” y se reconoce cada par de control; los pares de control se suman.</translation>
    </message>
</context>
<context>
    <name>herdbook</name>
    <message>
        <source>Build</source>
        <translation>Compilación</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>%1 (built with %2)</source>
        <translation>%1 (compilado con %2)</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotecas</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later (GPL-3.0-or-later). You may use, change and share it; it comes without any warranty.</source>
        <translation>GNU General Public License, versión 3 o posterior (GPL-3.0-or-later). Usted puede usar, cambiar y compartir el programa; se entrega sin garantía alguna.</translation>
    </message>
</context>
<context>
    <name>herdbook::AboutPanel</name>
    <message>
        <source>About Herdbook</source>
        <translation>Acerca de Herdbook</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Herdbook %1</source>
        <translation>Herdbook %1</translation>
    </message>
    <message>
        <source>Exports and re-identification for camera-trap deer monitoring.</source>
        <translation>Exportaciones y reidentificación para el monitoreo de venados con cámaras trampa.</translation>
    </message>
    <message>
        <source>Versions, system, screen and the state of the connection; no password.</source>
        <translation>Versiones, sistema, pantalla y estado de la conexión; ninguna contraseña.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Not copied: the clipboard didn&apos;t take it.</source>
        <translation>No se copió: el portapapeles no lo aceptó.</translation>
    </message>
</context>
<context>
    <name>herdbook::CardOverlay</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>herdbook::Clipboard</name>
    <message>
        <source>Not copied: the clipboard didn&apos;t take it</source>
        <translation>No se copió: el portapapeles no lo aceptó</translation>
    </message>
</context>
<context>
    <name>herdbook::DateField</name>
    <message>
        <source>%1: calendar</source>
        <translation>%1: calendario</translation>
    </message>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>Calendario (Alt+Abajo)</translation>
    </message>
</context>
<context>
    <name>herdbook::DemoStart</name>
    <message>
        <source>Go on without</source>
        <translation>Seguir sin él</translation>
    </message>
    <message>
        <source>The demo ranch</source>
        <translation>El rancho demo</translation>
    </message>
</context>
<context>
    <name>herdbook::Desktop</name>
    <message>
        <source>Its disk doesn&apos;t answer</source>
        <translation>Su disco no responde</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>Página de bienvenida</translation>
    </message>
    <message>
        <source>About Herdbook</source>
        <translation>Acerca de Herdbook</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Spoken from the next start on</source>
        <translation>Se aplica desde el próximo inicio</translation>
    </message>
    <message>
        <source>English all the same: PDF reports, CSV, and what servers and workers say</source>
        <translation>Sigue en inglés: informes PDF, CSV y mensajes de servidores</translation>
    </message>
    <message>
        <source>Profiles, letterheads and the window&apos;s looks are kept until Herdbook closes. %1</source>
        <translation>Los perfiles, los membretes y el aspecto de la ventana se guardan hasta cerrar Herdbook. %1</translation>
    </message>
    <message>
        <source>The history of jobs, trials and the log of actions aren&apos;t kept. %1</source>
        <translation>No se conservan el historial de trabajos, los ensayos ni el registro de acciones. %1</translation>
    </message>
    <message>
        <source>The history of jobs, trials and the log of actions aren&apos;t kept: %1 could not be used when this profile was opened. Open it again under Connection</source>
        <translation>No se guardan el historial de trabajos, los ensayos ni el registro de acciones: %1 no se pudo usar al abrir este perfil. Ábralo otra vez en Conexión</translation>
    </message>
    <message>
        <source>No deployment is connected yet</source>
        <translation>Aún no hay ninguna instalación conectada</translation>
    </message>
    <message>
        <source>Look around on the demo ranch, or connect to a deployment by its .env file.</source>
        <translation>Recorra el rancho demo o conéctese a una instalación con su archivo .env.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>This profile can&apos;t be used</source>
        <translation>Este perfil no se puede usar</translation>
    </message>
    <message>
        <source>The demo ranch is open in another Herdbook, which doesn&apos;t answer. End that one first.</source>
        <translation>El rancho de demostración está abierto en otro Herdbook que no responde. Cierre primero ese.</translation>
    </message>
    <message>
        <source>This profile is being opened</source>
        <translation>Se está abriendo este perfil</translation>
    </message>
    <message>
        <source>The disk with this user&apos;s files hasn&apos;t answered yet.</source>
        <translation>El disco con los archivos de este usuario aún no ha respondido.</translation>
    </message>
    <message>
        <source>Herdbook speaks English from its next start</source>
        <translation>Herdbook hablará inglés desde el próximo inicio</translation>
    </message>
    <message>
        <source>Herdbook speaks German from its next start</source>
        <translation>Herdbook hablará alemán desde el próximo inicio</translation>
    </message>
    <message>
        <source>Herdbook speaks Spanish from its next start</source>
        <translation>Herdbook hablará español desde el próximo inicio</translation>
    </message>
    <message>
        <source>Herdbook speaks the desktop&apos;s language from its next start</source>
        <translation>Herdbook hablará el idioma del escritorio desde el próximo inicio</translation>
    </message>
    <message>
        <source>The demo ranch is starting</source>
        <translation>El rancho de demostración está arrancando</translation>
    </message>
    <message>
        <source>It opens by itself as soon as it runs.</source>
        <translation>Se abre solo en cuanto esté en marcha.</translation>
    </message>
    <message>
        <source>Show how far it is</source>
        <translation>Mostrar cuánto lleva</translation>
    </message>
</context>
<context>
    <name>herdbook::Instance</name>
    <message>
        <source>Herdbook is open already, but hasn&apos;t answered for %1 s. It may still be starting: look for its window, or end it and start again.</source>
        <translation>Herdbook ya está abierto, pero no responde desde hace %1 s. Puede que todavía esté arrancando: busque su ventana, o ciérrelo y vuelva a iniciarlo.</translation>
    </message>
</context>
<context>
    <name>herdbook::KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
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
        <translation>Exportaciones (Ctrl+1)</translation>
    </message>
    <message>
        <source>Re-identification (Ctrl+2)</source>
        <translation>Reidentificación (Ctrl+2)</translation>
    </message>
    <message>
        <source>Trial of a threshold (Ctrl+3)</source>
        <translation>Ensayo de un umbral (Ctrl+3)</translation>
    </message>
    <message>
        <source>Connection (Ctrl+4)</source>
        <translation>Conexión (Ctrl+4)</translation>
    </message>
    <message>
        <source>Keys of this screen	F1</source>
        <translation>Teclas de esta pantalla	F1</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Appearance, keys, welcome page, about (F10)</source>
        <translation>Apariencia, teclas, página de bienvenida, acerca de (F10)</translation>
    </message>
    <message>
        <source>%1 is not part of this build yet</source>
        <translation>%1 aún no forma parte de esta versión</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Re-ID</source>
        <translation>Re-ID</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Ctrl+1 / 2 / 3 / 4</source>
        <translation>Ctrl+1 / 2 / 3 / 4</translation>
    </message>
    <message>
        <source>Exports, Re-ID, Trial, Connection</source>
        <translation>Exportar, Re-ID, Ensayo, Conexión</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Refresh, or analyze again</source>
        <translation>Actualizar, o analizar de nuevo</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>New export</source>
        <translation>Nueva exportación</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>F6 / Shift+F6</source>
        <translation>F6 / Shift+F6</translation>
    </message>
    <message>
        <source>Next or previous pane</source>
        <translation>Panel siguiente o anterior</translation>
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
        <translation>Recuperar lo quitado, mientras se ofrezca</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the inner thing</source>
        <translation>Salir de lo interior</translation>
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
        <translation>Estas teclas</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>herdbook::PlaceholderRows</name>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
</context>
<context>
    <name>herdbook::Rail</name>
    <message>
        <source>Screens</source>
        <translation>Pantallas</translation>
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
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>The first start makes the data and draws the photos; later ones take a few seconds.</source>
        <translation>El primer inicio crea los datos y dibuja las fotos; los siguientes tardan unos segundos.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>The demo ranch could not be started.</source>
        <translation>No se pudo iniciar el rancho demo.</translation>
    </message>
</context>
<context>
    <name>herdbook::StatusCell</name>
    <message>
        <source>not read yet</source>
        <translation>aún no leído</translation>
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
        <translation>Estado</translation>
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
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Esta máquina</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Site time</source>
        <translation>Hora del rancho</translation>
    </message>
    <message>
        <source>not heard since %1</source>
        <translation>sin noticias desde %1</translation>
    </message>
    <message>
        <source>It is asked every few seconds, and the last question hasn&apos;t come back</source>
        <translation>Se pregunta cada pocos segundos, y la última pregunta no ha vuelto</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>sin configurar</translation>
    </message>
    <message>
        <source>No deployment is connected yet</source>
        <translation>Aún no hay ninguna instalación conectada</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Connected; a round trip takes %1 ms</source>
        <translation>Conectado; una ida y vuelta tarda %1 ms</translation>
    </message>
    <message>
        <source>refused since %1</source>
        <translation>rechaza desde %1</translation>
    </message>
    <message>
        <source>unreachable since %1</source>
        <translation>no responde desde %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún no hay</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>unknown (%1 at %2)</source>
        <translation>desconocido (%1, %2)</translation>
    </message>
    <message>
        <source>As last seen; nothing was heard of Redis since</source>
        <translation>Como se vio por última vez; desde entonces no hay noticias de Redis</translation>
    </message>
    <message>
        <source>As last seen; Redis is unreachable</source>
        <translation>Como se vio por última vez; Redis no responde</translation>
    </message>
    <message>
        <source>none online</source>
        <translation>ninguno en línea</translation>
    </message>
    <message>
        <source>%1 online</source>
        <translation>%1 en línea</translation>
    </message>
    <message>
        <source>%1 not ready</source>
        <translation>%1 no listos</translation>
    </message>
    <message>
        <source>%1 to note</source>
        <translation>%1 por notar</translation>
    </message>
    <message>
        <source>%1 of Herdbook by their lease, %2 Python workers by their heartbeat</source>
        <translation>%1 de Herdbook según su plazo, %2 procesos de Python según su señal de vida</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>%1, read only</source>
        <translation>%1, solo lectura</translation>
    </message>
    <message>
        <source>can&apos;t store</source>
        <translation>no guarda</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Ningún perfil</translation>
    </message>
    <message>
        <source>As last seen; Redis refuses the connection</source>
        <translation>Como se vio por última vez; Redis rechaza la conexión</translation>
    </message>
    <message>
        <source>Exports wait until a worker can work; those asked for in Herdbook wait an hour</source>
        <translation>Las exportaciones esperan a que un proceso pueda trabajar; las pedidas en Herdbook esperan una hora</translation>
    </message>
    <message>
        <source>Exports wait until a worker is started; those asked for in Herdbook wait an hour</source>
        <translation>Las exportaciones esperan a que se inicie un proceso; las pedidas en Herdbook esperan una hora</translation>
    </message>
</context>
<context>
    <name>herdbook::Tour</name>
    <message>
        <source>the folder %1 can&apos;t be made</source>
        <translation>no se puede crear la carpeta %1</translation>
    </message>
    <message>
        <source>Opening the exports</source>
        <translation>Abriendo las exportaciones</translation>
    </message>
    <message>
        <source>Waiting for the report</source>
        <translation>Esperando el informe</translation>
    </message>
    <message>
        <source>Waiting for the data set</source>
        <translation>Esperando el conjunto de datos</translation>
    </message>
    <message>
        <source>Saving the files</source>
        <translation>Guardando los archivos</translation>
    </message>
    <message>
        <source>a finished file can&apos;t be copied</source>
        <translation>no se puede copiar un archivo terminado</translation>
    </message>
    <message>
        <source>Choosing the finished report</source>
        <translation>Eligiendo el informe terminado</translation>
    </message>
    <message>
        <source>Analyzing the scores</source>
        <translation>Analizando los puntajes</translation>
    </message>
    <message>
        <source>Looking what a trial can certify</source>
        <translation>Viendo qué puede certificar un ensayo</translation>
    </message>
    <message>
        <source>Filling in the form: %1</source>
        <translation>Llenando el formulario: %1</translation>
    </message>
    <message>
        <source>Asking for it</source>
        <translation>Solicitándolo</translation>
    </message>
    <message>
        <source>Taking a picture: %1</source>
        <translation>Tomando una imagen: %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written</source>
        <translation>no se puede escribir %1</translation>
    </message>
    <message>
        <source>The tour made:</source>
        <translation>El recorrido hizo:</translation>
    </message>
    <message>
        <source>&quot;%1&quot; took longer than %2 s</source>
        <translation>“%1” tardó más de %2 s</translation>
    </message>
    <message>
        <source>The tour ended early: %1.</source>
        <translation>El recorrido terminó antes de tiempo: %1.</translation>
    </message>
    <message>
        <source>How it looked: %1</source>
        <translation>Cómo se veía: %1</translation>
    </message>
    <message>
        <source>the job failed: %1</source>
        <translation>el trabajo falló: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::connection</name>
    <message>
        <source>A keychain in this desktop session would keep them: GNOME Keyring, KWallet or KeePassXC. Or give them at each start by --env or as environment variables.</source>
        <translation>Un llavero en esta sesión de escritorio las guardaría: GNOME Keyring, KWallet o KeePassXC. O indíquelas en cada inicio con --env o como variables de entorno.</translation>
    </message>
    <message>
        <source>Perhaps it waits for its password in a window of its own. If there is none, sign out of the desktop and in again.</source>
        <translation>Quizá espera su contraseña en una ventana propia. Si no la hay, cierre la sesión del escritorio y vuelva a iniciarla.</translation>
    </message>
    <message>
        <source>All of a profile but its passwords is kept in %1, where that can be written.</source>
        <translation>Todo lo de un perfil, salvo sus contraseñas, se guarda en %1, si ese archivo se puede escribir.</translation>
    </message>
    <message>
        <source>%1: passwords are kept until Herdbook closes, never on disk</source>
        <translation>%1: las contraseñas se guardan hasta cerrar Herdbook, nunca en disco</translation>
    </message>
    <message>
        <source>Unlock it, and save a password: Herdbook then asks it again for all that it refused. Or start Herdbook again.</source>
        <translation>Desbloquéelo y guarde una contraseña: Herdbook le vuelve a pedir entonces todo lo que rechazó. O inicie Herdbook de nuevo.</translation>
    </message>
    <message>
        <source>%1: removed passwords may still be in it, new ones are kept until Herdbook closes</source>
        <translation>%1: puede que aún guarde contraseñas quitadas; las nuevas se conservan hasta que se cierre Herdbook</translation>
    </message>
    <message>
        <source>%1: new passwords are kept until Herdbook closes</source>
        <translation>%1: las contraseñas nuevas se conservan hasta que se cierre Herdbook</translation>
    </message>
    <message>
        <source>Passwords are kept in the desktop&apos;s keychain; while it is locked, until Herdbook closes</source>
        <translation>Las contraseñas se guardan en el llavero del escritorio; mientras esté bloqueado, solo hasta que Herdbook se cierre</translation>
    </message>
    <message>
        <source>Passwords are kept in the desktop&apos;s keychain; without one, or while it is locked, until Herdbook closes</source>
        <translation>Las contraseñas se guardan en el llavero del escritorio; sin él, o mientras esté bloqueado, solo hasta que Herdbook se cierre</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::CheckList</name>
    <message>
        <source>Testing</source>
        <translation>Probando</translation>
    </message>
    <message>
        <source>up to 10 s</source>
        <translation>hasta 10 s</translation>
    </message>
    <message>
        <source>Tested %1</source>
        <translation>Probado %1</translation>
    </message>
    <message>
        <source>Test passed. %1</source>
        <translation>Prueba superada. %1</translation>
    </message>
    <message>
        <source>Test failed. %1</source>
        <translation>Prueba fallida. %1</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::CheckRunner</name>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ConnectionModel</name>
    <message>
        <source>Demo ranch</source>
        <translation>Rancho demo</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Perfil nuevo</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>is missing; the server wants one</source>
        <translation>falta; el servidor pide una</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Import .env…</source>
        <translation>Importar .env…</translation>
    </message>
    <message>
        <source>Make a profile of a deployment&apos;s .env file</source>
        <translation>Crear un perfil con el archivo .env de una instalación</translation>
    </message>
    <message>
        <source>Back to the profiles</source>
        <translation>Volver a los perfiles</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Probar %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Read only: hide what writes</source>
        <translation>Solo lectura: oculta lo que escribe</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Rancho</translation>
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
        <translation>Archivos</translation>
    </message>
    <message>
        <source>The demo ranch makes its own passwords and keeps them in its folder</source>
        <translation>El rancho demo crea sus contraseñas y las guarda en su carpeta</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save and use</source>
        <translation>Guardar y usar</translation>
    </message>
    <message>
        <source>The demo ranch runs on private servers of its own; duplicate it to change something</source>
        <translation>El rancho demo corre en servidores propios; duplíquelo para cambiar algo</translation>
    </message>
    <message>
        <source>Also kept from the imported .env: %1</source>
        <translation>También se conserva del .env importado: %1</translation>
    </message>
    <message>
        <source>One value needs to be put right</source>
        <translation>Hay un valor por corregir</translation>
    </message>
    <message>
        <source>%1 values need to be put right</source>
        <translation>Hay %1 valores por corregir</translation>
    </message>
    <message>
        <source>Use this profile</source>
        <translation>Usar este perfil</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Run all tests</source>
        <translation>Hacer todas las pruebas</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Guardar el perfil</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove the profile (in the list)</source>
        <translation>Quitar el perfil (en la lista)</translation>
    </message>
    <message>
        <source>The demo ranch isn&apos;t running; it is started here, or on the welcome page</source>
        <translation>El rancho demo no está en marcha; se inicia aquí o en la página de bienvenida</translation>
    </message>
    <message>
        <source>Start the demo ranch</source>
        <translation>Iniciar el rancho demo</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::EnvCard</name>
    <message>
        <source>Connect to a deployment</source>
        <translation>Conectar a una instalación</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Probar de nuevo</translation>
    </message>
    <message>
        <source>Read from its .env file; each line is tested as soon as it is known. The file is not changed.</source>
        <translation>Se lee de su archivo .env; cada línea se prueba en cuanto se conoce. El archivo no se modifica.</translation>
    </message>
    <message>
        <source>The deployment&apos;s .env file</source>
        <translation>El archivo .env de la instalación</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Type it all by hand</source>
        <translation>Escribirlo todo a mano</translation>
    </message>
    <message>
        <source>Connect without Redis</source>
        <translation>Conectar sin Redis</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
    <message>
        <source>Drop a .env file here or choose it</source>
        <translation>Suelte aquí un archivo .env o elíjalo</translation>
    </message>
    <message>
        <source>%1 settings, %2 used</source>
        <translation>%1 ajustes, %2 usados</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Omitido: %1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Probando</translation>
    </message>
    <message>
        <source>%1 of %2 need you</source>
        <translation>%1 de %2 necesitan su intervención</translation>
    </message>
    <message>
        <source>1 left out</source>
        <translation>1 omitido</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 omitidos</translation>
    </message>
    <message>
        <source>Not all is tested</source>
        <translation>No todo está probado</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>Todo está</translation>
    </message>
    <message>
        <source>Redis is needed for exports</source>
        <translation>Para exportar se necesita Redis</translation>
    </message>
    <message>
        <source>Connect (Ctrl+Enter)</source>
        <translation>Conectar (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The tests are running</source>
        <translation>Las pruebas están en marcha</translation>
    </message>
    <message>
        <source>Something is red yet</source>
        <translation>Algo sigue en rojo</translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation>Elija primero un archivo</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>No usados: %1</translation>
    </message>
    <message>
        <source>1 of %1 needs you</source>
        <translation>1 de %1 necesita su intervención</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 más</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::EnvImport</name>
    <message>
        <source>%1 holds no settings</source>
        <translation>%1 no contiene ajustes</translation>
    </message>
    <message>
        <source>Nothing in %1 is a setting Herdbook knows. Is it the deployment&apos;s .env?</source>
        <translation>Nada en %1 es un ajuste que Herdbook conozca. ¿Es el .env de la instalación?</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Carpeta de exportación</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>no host</source>
        <translation>sin servidor</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>%1 at %2, port %3</source>
        <translation>%1 en %2, puerto %3</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Permisos</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>leer y escribir</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, puerto %2</translation>
    </message>
    <message>
        <source>waits for PostgreSQL</source>
        <translation>espera a PostgreSQL</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>testing, up to 10 s</source>
        <translation>probando, hasta 10 s</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>nothing to tell</source>
        <translation>nada que decir</translation>
    </message>
    <message>
        <source>waits for the rows above</source>
        <translation>espera a las filas de arriba</translation>
    </message>
    <message>
        <source>A name that only the deployment&apos;s own machines know does not do here. The address as seen from this machine:</source>
        <translation>Un nombre que solo conocen las máquinas de la instalación no sirve aquí. La dirección vista desde esta máquina:</translation>
    </message>
    <message>
        <source>%1 is empty in this file. Type it here:</source>
        <translation>%1 está vacía en este archivo. Escríbala aquí:</translation>
    </message>
    <message>
        <source>The one in this file does not do. Type the right one here:</source>
        <translation>La de este archivo no sirve. Escriba aquí la correcta:</translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation>no está en este archivo</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>probando</translation>
    </message>
    <message>
        <source>can be read</source>
        <translation>se puede leer</translation>
    </message>
    <message>
        <source>Where is this folder on this machine? Without it everything but pictures works.</source>
        <translation>¿Dónde está esta carpeta en esta máquina? Sin ella funciona todo menos las imágenes.</translation>
    </message>
    <message>
        <source>Where is this folder on this machine? Without it finished exports can&apos;t be opened here.</source>
        <translation>¿Dónde está esta carpeta en esta máquina? Sin ella las exportaciones terminadas no se pueden abrir aquí.</translation>
    </message>
    <message>
        <source>is needed</source>
        <translation>se necesita</translation>
    </message>
    <message>
        <source>taken over, now %1</source>
        <translation>adoptada, ahora son las %1</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>adoptado</translation>
    </message>
    <message>
        <source>not in this file: this machine&apos;s is taken</source>
        <translation>no está en este archivo: se toma la de esta máquina</translation>
    </message>
    <message>
        <source>not in this file: the usual 0.70 is taken</source>
        <translation>no está en este archivo: se toma el 0.70 habitual</translation>
    </message>
    <message>
        <source>It decides when a day begins. The site&apos;s own:</source>
        <translation>Decide cuándo empieza un día. La del propio rancho:</translation>
    </message>
    <message>
        <source>The one the deployment works with:</source>
        <translation>El que usa la instalación:</translation>
    </message>
    <message>
        <source>Where is this file on this machine?</source>
        <translation>¿Dónde está este archivo en esta máquina?</translation>
    </message>
    <message>
        <source>What answers there may be something else. The right host and port:</source>
        <translation>Quizá responda ahí otra cosa. El servidor y el puerto correctos:</translation>
    </message>
    <message>
        <source>line %1 must be NAME=value</source>
        <translation>la línea %1 debe ser NOMBRE=valor</translation>
    </message>
    <message>
        <source>The one you typed does not do. Type the right one here:</source>
        <translation>La que escribió no sirve. Escriba aquí la correcta:</translation>
    </message>
    <message>
        <source>%1 is not in this file. Type it here:</source>
        <translation>%1 no está en este archivo. Escríbalo aquí:</translation>
    </message>
    <message>
        <source>not in this file: the usual %1 is taken; %2</source>
        <translation>no está en este archivo: se toma la carpeta habitual %1; %2</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::EnvRow</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Probar %1</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::FieldGrid</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Set by %1 (environment)</source>
        <translation>Definido por %1 (entorno)</translation>
    </message>
    <message>
        <source>Set by %1 (--env)</source>
        <translation>Definido por %1 (--env)</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ProfileListModel</name>
    <message>
        <source>private servers on this machine</source>
        <translation>servidores propios en esta máquina</translation>
    </message>
    <message>
        <source>, in use</source>
        <translation>, en uso</translation>
    </message>
    <message>
        <source>, read only</source>
        <translation>, solo lectura</translation>
    </message>
    <message>
        <source>Changes aren&apos;t saved</source>
        <translation>Hay cambios sin guardar</translation>
    </message>
    <message>
        <source>, changes aren&apos;t saved</source>
        <translation>, cambios sin guardar</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>no iniciado</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::ProfilePanel</name>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>Se quitó %1</translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation>Aún no hay ningún perfil</translation>
    </message>
    <message>
        <source>Fill in the form and save it, or import the deployment&apos;s .env file.</source>
        <translation>Rellene el formulario y guárdelo, o importe el archivo .env de la instalación.</translation>
    </message>
    <message>
        <source>The demo ranch stays in the list</source>
        <translation>El rancho demo se queda en la lista</translation>
    </message>
    <message>
        <source>There is no profile to remove yet</source>
        <translation>Aún no hay ningún perfil que quitar</translation>
    </message>
    <message>
        <source>The environment sets this profile; it isn&apos;t stored here</source>
        <translation>Este perfil viene del entorno; no está guardado aquí</translation>
    </message>
    <message>
        <source>Removed %1. %2 is in use now</source>
        <translation>%1 eliminado. Ahora se usa %2</translation>
    </message>
    <message>
        <source>The demo ranch&apos;s servers are others at each start; a copy would lead nowhere</source>
        <translation>Los servidores del rancho demo son otros en cada inicio; una copia no llevaría a ninguna parte</translation>
    </message>
    <message>
        <source>There is no profile to duplicate yet</source>
        <translation>Todavía no hay ningún perfil que duplicar</translation>
    </message>
</context>
<context>
    <name>herdbook::connection::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Welcome to Herdbook</source>
        <translation>Bienvenido a Herdbook</translation>
    </message>
    <message>
        <source>It reads what your cameras saw, makes reports of it, and shows how far the automatic re-identification can be trusted.</source>
        <translation>Lee lo que vieron sus cámaras, hace informes con ello y muestra hasta dónde se puede confiar en la reidentificación automática.</translation>
    </message>
    <message>
        <source>All of this is also under Connection and in the menu at the lower left.</source>
        <translation>Todo esto está también en “Conexión” y en el menú de abajo a la izquierda.</translation>
    </message>
    <message>
        <source>Demo ranch</source>
        <translation>Rancho demo</translation>
    </message>
    <message>
        <source>Look around on the demo ranch</source>
        <translation>Recorrer el rancho demo</translation>
    </message>
    <message>
        <source>A made-up ranch with 14 months of detections, on servers of its own on this machine. Nothing of yours is touched.</source>
        <translation>Un rancho inventado con 14 meses de detecciones, en servidores propios en esta máquina. No se toca nada suyo.</translation>
    </message>
    <message>
        <source>Demo ranch: progress</source>
        <translation>Rancho demo: progreso</translation>
    </message>
    <message>
        <source>Start the demo ranch</source>
        <translation>Iniciar el rancho demo</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>I&apos;ll do it later</source>
        <translation>Lo haré después</translation>
    </message>
    <message>
        <source>Opens the program as it is. Everything waits for a connection; this page comes back from the menu at the lower left.</source>
        <translation>Abre el programa tal como está. Todo espera una conexión; esta página vuelve desde el menú de abajo a la izquierda.</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Seguir sin ella</translation>
    </message>
    <message>
        <source>a few seconds, about 40 s the first time</source>
        <translation>unos segundos, unos 40 s la primera vez</translation>
    </message>
    <message>
        <source>It is open.</source>
        <translation>Está abierto.</translation>
    </message>
    <message>
        <source>It is open. %1</source>
        <translation>Está abierto. %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Read the file; in a field: test its row</source>
        <translation>Leer el archivo; en un campo: probar su fila</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the start of the demo ranch</source>
        <translation>Cancelar el inicio del rancho demo</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Open the demo ranch</source>
        <translation>Abrir el rancho demo</translation>
    </message>
    <message>
        <source>Its servers run; it opens at once.</source>
        <translation>Sus servidores están en marcha; se abre enseguida.</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 está abierto</translation>
    </message>
    <message>
        <source>It stays open until you choose something else here.</source>
        <translation>Sigue abierto hasta que elija otra cosa aquí.</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back to what is open</source>
        <translation>Volver a lo que está abierto</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::AnswerBar</name>
    <message>
        <source>Is this the same deer?</source>
        <translation>¿Es el mismo animal?</translation>
    </message>
    <message>
        <source>Note (T)</source>
        <translation>Nota (T)</translation>
    </message>
    <message>
        <source>Note on this pair</source>
        <translation>Nota sobre este par</translation>
    </message>
    <message>
        <source>Wheel zooms both; hold</source>
        <translation>La rueda amplía ambas;</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>for the animal</source>
        <translation>sostenido acerca al animal</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Each answer is kept at once. Can’t tell comes back once. Scores, counts, dates and places are shown after Finish.</source>
        <translation>Cada respuesta se guarda de inmediato. “Dudoso” vuelve una vez. Puntajes, cantidades, fechas y lugares se muestran tras “Terminar”.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
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
        <translation>Hay una bitácora, pero el rol %1 no puede consultarla. Le falta %2</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminadas</translation>
    </message>
    <message>
        <source>whose profile is gone</source>
        <translation>cuyo perfil ya no existe</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>no válidas</translation>
    </message>
    <message>
        <source>marked as duplicates</source>
        <translation>marcadas como duplicadas</translation>
    </message>
    <message>
        <source>of the other sex</source>
        <translation>del otro sexo</translation>
    </message>
    <message>
        <source>reviewed by a person</source>
        <translation>revisadas por una persona</translation>
    </message>
    <message>
        <source>written by a later batch, which has to be undone first</source>
        <translation>escritas por un lote posterior, que debe deshacerse primero</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>cambiadas desde entonces</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 as before: %2</source>
        <translation>%1 como antes: %2</translation>
    </message>
    <message>
        <source>row stays</source>
        <translation>fila queda</translation>
    </message>
    <message>
        <source>rows stay</source>
        <translation>filas quedan</translation>
    </message>
    <message>
        <source>the database hasn’t answered yet</source>
        <translation>la base de datos aún no ha respondido</translation>
    </message>
    <message>
        <source>this database has no journal of what was written</source>
        <translation>esta base de datos no tiene bitácora de lo escrito</translation>
    </message>
    <message>
        <source>PostgreSQL is away:</source>
        <translation>PostgreSQL no responde:</translation>
    </message>
    <message>
        <source>Not read:</source>
        <translation>No leído:</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>No realizado:</translation>
    </message>
    <message>
        <source>Done, but the journal couldn’t be read back:</source>
        <translation>Realizado, pero no se pudo releer la bitácora:</translation>
    </message>
    <message>
        <source>It isn’t known whether this was done:</source>
        <translation>No se sabe si esto se realizó:</translation>
    </message>
    <message>
        <source>The journal has no such batch</source>
        <translation>La bitácora no tiene ese lote</translation>
    </message>
    <message>
        <source>Please enter this profile’s password.</source>
        <translation>Escriba la contraseña de este perfil.</translation>
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
        <translation>ahora %L1 de %L2</translation>
    </message>
    <message>
        <source>%1 → %2 of %3</source>
        <translation>%1 → %2 de %3</translation>
    </message>
    <message>
        <source>Apply to what was reviewed</source>
        <translation>Aplicar a lo revisado</translation>
    </message>
    <message>
        <source>Preview, nothing written yet</source>
        <translation>Vista previa, nada escrito aún</translation>
    </message>
    <message>
        <source>Copy the GRANTs</source>
        <translation>Copiar los GRANT</translation>
    </message>
    <message>
        <source>All detections</source>
        <translation>Todas las detecciones</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisadas</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>To hand over; later photos aren’t covered</source>
        <translation>Para entregar; no cubre fotos posteriores</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Escribiendo …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>%1 (F5 tries again)</source>
        <translation>%1 (F5 reintenta)</translation>
    </message>
    <message>
        <source>Set up the journal…</source>
        <translation>Crear la bitácora…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Save preview…</source>
        <translation>Guardar vista previa…</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Where this is said</source>
        <translation>Dónde se dice esto</translation>
    </message>
    <message>
        <source>Here, in the first sentence of the protocol, and in the journal:</source>
        <translation>Aquí, en la primera frase del protocolo y en la bitácora:</translation>
    </message>
    <message>
        <source>Copy sentence</source>
        <translation>Copiar la frase</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>No se ofrece</translation>
    </message>
    <message>
        <source>Nothing can be written from this trial</source>
        <translation>De este ensayo no se puede escribir nada</translation>
    </message>
    <message>
        <source>Nothing to write yet</source>
        <translation>Aún no hay nada que escribir</translation>
    </message>
    <message>
        <source>Its answers were given without telling deer apart. Writing them would give detections a profile that nobody has checked.</source>
        <translation>Sus respuestas se dieron sin distinguir animales. Escribirlas daría a detecciones un perfil que nadie ha comprobado.</translation>
    </message>
    <message>
        <source>What others answered, or tried on this pool, isn’t known: %1. F5 judges again.</source>
        <translation>No se sabe qué respondieron otros, o qué probaron en este conjunto: %1. F5 juzga de nuevo.</translation>
    </message>
    <message>
        <source>The certificate is withheld; without one nothing is written.</source>
        <translation>El certificado está retenido; sin certificado no se escribe nada.</translation>
    </message>
    <message>
        <source>What was answered last isn’t saved; save it in the review</source>
        <translation>Lo último que se respondió no está guardado; guárdelo en la revisión</translation>
    </message>
    <message>
        <source>Nothing is written without a certificate.</source>
        <translation>Sin certificado no se escribe nada.</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Aplicar a %1</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>detección</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>detecciones</translation>
    </message>
    <message>
        <source>The role %1 lacks %2</source>
        <translation>Al rol %1 le falta %2</translation>
    </message>
    <message>
        <source>Upgrade the journal…</source>
        <translation>Actualizar la bitácora…</translation>
    </message>
    <message>
        <source>+%L1 written</source>
        <translation>+%L1 escritas</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Undone: %1 restored</source>
        <translation>Deshecho: %1 de vuelta</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Escrito por %1</translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <translation>Nada que aplicar</translation>
    </message>
    <message>
        <source>Preview; what was written isn’t known</source>
        <translation>Vista previa; no se sabe lo escrito</translation>
    </message>
    <message>
        <source>Undo left alone what had changed since the batch: %1, first in the table.</source>
        <translation>Deshacer no tocó lo que había cambiado desde el lote: %1, al inicio de la tabla.</translation>
    </message>
    <message>
        <source>Written %1, in one transaction. Undo puts back what nobody has touched since, sighting counts too, and lists the rest.</source>
        <translation>Escrito %1, en una sola transacción. Deshacer restituye lo que nadie ha tocado desde entonces, también los avistamientos contados, y enumera el resto.</translation>
    </message>
    <message>
        <source>Changed since the trial began, so left alone: %1, first in the table with the reason.</source>
        <translation>Sin tocar, por haber cambiado desde el inicio del ensayo: %1, al inicio de la tabla con el motivo.</translation>
    </message>
    <message>
        <source>All or none is written; rows someone else changes meanwhile are left alone and listed.</source>
        <translation>Se escribe todo o nada; las filas que otra persona cambie entretanto quedan sin tocar y se enumeran.</translation>
    </message>
    <message>
        <source>Whether scores, sexes and profiles are still those of the trial was not compared: %1. Each row is looked at by itself all the same.</source>
        <translation>No se comparó si puntajes, sexos y perfiles siguen siendo los del ensayo: %1. De todos modos, cada fila se mira por separado.</translation>
    </message>
    <message>
        <source>What others answered meanwhile may be missing.</source>
        <translation>Puede faltar lo que otros respondieron entretanto.</translation>
    </message>
    <message>
        <source>Preview only:</source>
        <translation>Solo vista previa:</translation>
    </message>
    <message>
        <source>the role %1 lacks %2. An owner of the tables can grant it.</source>
        <translation>al rol %1 le falta %2. Un propietario de las tablas puede otorgarlo.</translation>
    </message>
    <message>
        <source>this server is read-only now (a standby, or set so).</source>
        <translation>este servidor ahora es de solo lectura (uno de reserva, o configurado así).</translation>
    </message>
    <message>
        <source>the journal in this database was made by a newer Herdbook.</source>
        <translation>la bitácora de esta base de datos la hizo un Herdbook más reciente.</translation>
    </message>
    <message>
        <source>No journal yet:</source>
        <translation>Aún no hay bitácora:</translation>
    </message>
    <message>
        <source>the role %1 may not create the schema herdbook in this database.</source>
        <translation>el rol %1 no puede crear el esquema herdbook en esta base de datos.</translation>
    </message>
    <message>
        <source>Write %1?</source>
        <translation>¿Escribir %1?</translation>
    </message>
    <message>
        <source>Save preview</source>
        <translation>Guardar vista previa</translation>
    </message>
    <message>
        <source>Under way elsewhere:</source>
        <translation>En curso en otro lugar:</translation>
    </message>
    <message>
        <source>%1. Until that is done nothing is applied or undone here; it is looked at again by itself.</source>
        <translation>%1. Hasta que termine, aquí no se aplica ni se deshace nada; se vuelve a mirar por sí solo.</translation>
    </message>
    <message>
        <source>In doubt: not before a second person’s trial certifies it too</source>
        <translation>En duda: no antes de que lo certifique también el ensayo de una segunda persona</translation>
    </message>
    <message>
        <source>The other %L1 of the certificate get a profile when operations set this; later photos aren’t covered.</source>
        <translation>Las otras %L1 del certificado reciben un perfil cuando operaciones ponga esto; no cubre fotos posteriores.</translation>
    </message>
    <message>
        <source>Apply writes %1, looked at and answered Same. %2</source>
        <translation>Aplicar escribe %1 con la respuesta “Mismo”. %2</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::AssumptionsCard</name>
    <message>
        <source>It holds if</source>
        <translation>Vale si</translation>
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
        <translation>Abrir el ensayo</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Nobody is held up: if a table is in use for over 5 s, it says by whom and nothing is changed.</source>
        <translation>Nadie tiene que esperar: si una tabla está en uso más de 5 s, se dice quién la usa y no se cambia nada.</translation>
    </message>
    <message>
        <source>Choose a row to see what it did</source>
        <translation>Elija una fila para ver qué hizo</translation>
    </message>
    <message>
        <source>Trial of %1</source>
        <translation>Ensayo del %1</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Sin certificado</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Revisado por</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Detections covered</source>
        <translation>Detecciones cubiertas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Batch of %1</source>
        <translation>Lote del %1</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Escrito por</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>%1: reviewed by a person, before the batch or since isn’t known</source>
        <translation>%1: revisada por una persona; no se sabe si antes del lote o después</translation>
    </message>
    <message>
        <source>%1: a person has decided about it since</source>
        <translation>%1: una persona ha decidido sobre ella desde entonces</translation>
    </message>
    <message>
        <source>%1: %2 decided about it on %3</source>
        <translation>%1: %2 decidió sobre ella (%3)</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>día desconocido</translation>
    </message>
    <message>
        <source>%1: a later batch wrote it; undo that one first</source>
        <translation>%1: la escribió un lote posterior; deshágalo primero</translation>
    </message>
    <message>
        <source>%1: deleted</source>
        <translation>%1: eliminada</translation>
    </message>
    <message>
        <source>%1: unassigned since</source>
        <translation>%1: desde entonces sin asignar</translation>
    </message>
    <message>
        <source>%1: given to %2 since</source>
        <translation>%1: desde entonces asignada a %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detecciones</translation>
    </message>
    <message>
        <source>%1 got a profile</source>
        <translation>%1 recibieron un perfil</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Sin tocar</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Its sighting counts weren’t noted</source>
        <translation>No se anotaron sus avistamientos</translation>
    </message>
    <message>
        <source>Sightings of %1</source>
        <translation>Avistamientos de %1</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>perfil</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>perfiles</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>What undo did</source>
        <translation>Qué se deshizo</translation>
    </message>
    <message>
        <source>If you undo it</source>
        <translation>Si lo deshace</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>What undo would do can be told after the journal is upgraded.</source>
        <translation>Lo que se desharía solo se puede saber tras actualizar la bitácora.</translation>
    </message>
    <message>
        <source>No row stayed.</source>
        <translation>No quedó ninguna fila.</translation>
    </message>
    <message>
        <source>Undo %1…</source>
        <translation>Deshacer %1…</translation>
    </message>
    <message>
        <source>Undo %1?</source>
        <translation>¿Deshacer %1?</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, undo %2 → %3</source>
        <translation>%1, deshecho %2 → %3</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>No leído</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>%1 stay:
%2</source>
        <translation>Quedan %1:
%2</translation>
    </message>
    <message>
        <source>Show the %1</source>
        <translation>Mostrar las %1</translation>
    </message>
    <message>
        <source>%1 went back to what they were, and the sighting counts fell by as many.</source>
        <translation>Volvieron a como estaban: %1; los avistamientos contados bajaron en otros tantos.</translation>
    </message>
    <message>
        <source>%1 go back to what they were, and the sighting counts fall by as many.</source>
        <translation>Vuelven a como estaban: %1; los avistamientos contados bajan en otros tantos.</translation>
    </message>
    <message>
        <source>%1 went back to what they were.</source>
        <translation>Volvieron a como estaban: %1.</translation>
    </message>
    <message>
        <source>%1 go back to what they were.</source>
        <translation>Vuelven a como estaban: %1.</translation>
    </message>
    <message>
        <source>The sighting counts of %1 didn’t fall by as many: %2.</source>
        <translation>Avistamientos contados que no bajaron en otros tantos (%1): %2.</translation>
    </message>
    <message>
        <source>The sighting counts of %1 can’t fall by as many: %2.</source>
        <translation>Avistamientos contados que no pueden bajar en otros tantos (%1): %2.</translation>
    </message>
    <message>
        <source>%1 (%2, no count)</source>
        <translation>%1 (%2, sin cuenta)</translation>
    </message>
    <message>
        <source>%1 (%2, count %3 → %4)</source>
        <translation>%1 (%2, cuenta %3 → %4)</translation>
    </message>
    <message>
        <source>Profile, review and correction of all of these rows are as the batch left them.</source>
        <translation>El perfil, la revisión y la corrección de todas estas filas están como los dejó el lote.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ClaimsCard</name>
    <message>
        <source>What it claims</source>
        <translation>Qué afirma</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>detecciones</translation>
    </message>
    <message>
        <source>not Same</source>
        <translation>no “Mismo”</translation>
    </message>
    <message>
        <source>wrong at most</source>
        <translation>erróneas máx.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Todas juntas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Too few for a claim of their own: %1.</source>
        <translation>Muy pocas para una afirmación propia: %1.</translation>
    </message>
    <message>
        <source>Each line counts the pairs up to the one that proved it, so the lines don’t add up.</source>
        <translation>Cada línea cuenta los pares hasta el que la demostró; por eso las líneas no suman.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::CountsView</name>
    <message>
        <source>detections were given a profile</source>
        <translation>detecciones recibieron un perfil</translation>
    </message>
    <message>
        <source>were left alone: they had changed meanwhile</source>
        <translation>quedaron sin tocar: habían cambiado entretanto</translation>
    </message>
    <message>
        <source>detections get a profile</source>
        <translation>detecciones reciben un perfil</translation>
    </message>
    <message>
        <source>profiles have their sightings counted up</source>
        <translation>perfiles suman avistamientos</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>stay unassigned: not answered Same</source>
        <translation>quedan sin asignar: no se respondió “Mismo”</translation>
    </message>
    <message>
        <source>stay unassigned: %1</source>
        <translation>quedan sin asignar: %1</translation>
    </message>
    <message>
        <source>stay unassigned: under %1</source>
        <translation>quedan sin asignar: menos de %1</translation>
    </message>
    <message>
        <source>photos of their bursts are written along</source>
        <translation>fotos de sus ráfagas se escriben también</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::JournalModel</name>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>first edition</source>
        <translation>primera edición</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>answered on since</source>
        <translation>respondido después</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>retenido</translation>
    </message>
    <message>
        <source>Certified, %1</source>
        <translation>Certificado, %1</translation>
    </message>
    <message>
        <source>look</source>
        <translation>mirada</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>miradas</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>No se escribió nada</translation>
    </message>
    <message>
        <source>Partly undone: %1 of %2</source>
        <translation>Deshecho en parte: %1 de %2</translation>
    </message>
    <message>
        <source>Undone %1 by %2</source>
        <translation>Deshecho el %1 por %2</translation>
    </message>
    <message>
        <source>First edition, counts for nothing</source>
        <translation>Primera edición, no cuenta</translation>
    </message>
    <message>
        <source>Certified at %1; answered on since, look at its verdict</source>
        <translation>Certificado en %1; respondido después, vea su veredicto</translation>
    </message>
    <message>
        <source>Answered on since its verdict, look at it again</source>
        <translation>Respondido después de su veredicto, véalo de nuevo</translation>
    </message>
    <message>
        <source>Withheld: %1</source>
        <translation>Retenido: %1</translation>
    </message>
    <message>
        <source>Certified at %1</source>
        <translation>Certificado en %1</translation>
    </message>
    <message>
        <source>%1, nothing certified</source>
        <translation>%1, nada certificado</translation>
    </message>
    <message>
        <source>%1, no verdict yet</source>
        <translation>%1, aún sin veredicto</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detecciones</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>No se sabe: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::JournalPage</name>
    <message>
        <source>Trial</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Bitácora</translation>
    </message>
    <message>
        <source>everything Herdbook wrote into this database, and every trial</source>
        <translation>todo lo que Herdbook escribió en esta base de datos, y cada ensayo</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Lotes</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Ensayos</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Partly undone</source>
        <translation>Deshecho en parte</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Nothing certified</source>
        <translation>Nada certificado</translation>
    </message>
    <message>
        <source>First edition</source>
        <translation>Primera edición</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Buscar en la bitácora</translation>
    </message>
    <message>
        <source>Who, threshold, state or id</source>
        <translation>Quién, umbral, estado o ID</translation>
    </message>
    <message>
        <source>Wait up to 5 s</source>
        <translation>Esperar hasta 5 s</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>Not read:</source>
        <translation>No leído:</translation>
    </message>
    <message>
        <source>the trials of this computer: %1</source>
        <translation>los ensayos de este equipo: %1</translation>
    </message>
    <message>
        <source>%1. The batches below are as they were read before.</source>
        <translation>%1. Los lotes de abajo están como se leyeron antes.</translation>
    </message>
    <message>
        <source>A newer Herdbook made this journal; only that one can undo.</source>
        <translation>Esta bitácora la hizo un Herdbook más reciente; solo ese puede deshacer.</translation>
    </message>
    <message>
        <source>This server is read-only now, so nothing can be undone here.</source>
        <translation>Este servidor ahora es de solo lectura, así que aquí no se puede deshacer nada.</translation>
    </message>
    <message>
        <source>Nothing can be undone here: %1.</source>
        <translation>Aquí no se puede deshacer nada: %1.</translation>
    </message>
    <message>
        <source>The role %1 can’t undo: it lacks %2.</source>
        <translation>El rol %1 no puede deshacer: le falta %2.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>No leído: %1</translation>
    </message>
    <message>
        <source>Nothing was written yet, and no trial begun</source>
        <translation>Aún no se ha escrito nada ni se ha empezado un ensayo</translation>
    </message>
    <message>
        <source>Save journal</source>
        <translation>Guardar la bitácora</translation>
    </message>
    <message>
        <source>%1. Until that is done nothing can be undone here (F5 looks again).</source>
        <translation>%1. Hasta que termine, aquí no se puede deshacer nada (F5 vuelve a mirar).</translation>
    </message>
    <message>
        <source>No journal yet: set it up under Maintenance below</source>
        <translation>Aún no hay bitácora: créela abajo, en Mantenimiento</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::Maintenance</name>
    <message>
        <source>Maintenance</source>
        <translation>Mantenimiento</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>set up, upgrade, go back</source>
        <translation>crear, actualizar, volver atrás</translation>
    </message>
    <message>
        <source>Herdbook notes every row it writes in a schema of its own, so that a batch can be taken back, and shares trials and answers there between workstations. The tables of the tracking system are not altered, and nothing happens by itself: what is below runs when you say so, in one transaction.</source>
        <translation>Herdbook anota cada fila que escribe en un esquema propio, para que un lote se pueda revertir, y allí comparte ensayos y respuestas entre estaciones de trabajo. Las tablas del sistema de registro no se alteran y nada ocurre por sí solo: lo de abajo se ejecuta cuando usted lo dice, en una sola transacción.</translation>
    </message>
    <message>
        <source>Change the journal to</source>
        <translation>Cambiar la bitácora a</translation>
    </message>
    <message>
        <source>Set it to</source>
        <translation>Ponerla en</translation>
    </message>
    <message>
        <source>The SQL that will run</source>
        <translation>El SQL que se ejecutará</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Elegir …</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>No leído</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>Copiar el SQL</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Dejarla así</translation>
    </message>
    <message>
        <source>What it holds is lost.</source>
        <translation>Lo que contiene se pierde.</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>No es de confianza</translation>
    </message>
    <message>
        <source>%1. Nothing of it is read or written.</source>
        <translation>%1. Nada de ella se lee ni se escribe.</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>No creada</translation>
    </message>
    <message>
        <source>This database has no journal. Until it has one, nothing can be applied or shared.</source>
        <translation>Esta base de datos no tiene bitácora. Hasta que la tenga, no se puede aplicar ni compartir nada.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Schema herdbook, version %1, the newest this program knows; nothing to do.</source>
        <translation>Esquema herdbook, versión %1, la más reciente que este programa conoce; nada que hacer.</translation>
    </message>
    <message>
        <source>Upgrade due</source>
        <translation>Falta actualizar</translation>
    </message>
    <message>
        <source>Version %1 is installed; this program writes version %2.</source>
        <translation>Está instalada la versión %1; este programa escribe la versión %2.</translation>
    </message>
    <message>
        <source>A newer Herdbook made version %1; this one knows %2.</source>
        <translation>Un Herdbook más reciente hizo la versión %1; este conoce la %2.</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>No journal: remove it</source>
        <translation>Sin bitácora: eliminarla</translation>
    </message>
    <message>
        <source>Set up the journal</source>
        <translation>Crear la bitácora</translation>
    </message>
    <message>
        <source>Remove the journal</source>
        <translation>Eliminar la bitácora</translation>
    </message>
    <message>
        <source>Upgrade to version %1</source>
        <translation>Actualizar a la versión %1</translation>
    </message>
    <message>
        <source>Go back to version %1</source>
        <translation>Volver a la versión %1</translation>
    </message>
    <message>
        <source>What was written stays, but %1 can’t be taken back any more.</source>
        <translation>Lo escrito queda, pero ya no se puede revertir: %1.</translation>
    </message>
    <message>
        <source>Shared trials and answers go; each workstation keeps its own.</source>
        <translation>Los ensayos y respuestas compartidos se pierden; cada estación de trabajo conserva los suyos.</translation>
    </message>
    <message>
        <source>Certificates go, and what batches found in the review columns and sighting counts before them; batches, rows, trials, answers and the seeds of pools stay. Nothing can be applied until it is upgraded again.</source>
        <translation>Se pierden los certificados y lo que los lotes hallaron antes en las columnas de revisión y los avistamientos contados; lotes, filas, ensayos, respuestas y las semillas de los conjuntos quedan. No se puede aplicar nada hasta actualizarla de nuevo.</translation>
    </message>
    <message>
        <source>Nothing can be applied until it is upgraded again.</source>
        <translation>No se puede aplicar nada hasta actualizarla de nuevo.</translation>
    </message>
    <message>
        <source>This server is read-only now (a standby, or set so).</source>
        <translation>Este servidor ahora es de solo lectura (uno de reserva, o configurado así).</translation>
    </message>
    <message>
        <source>The role %1 may not create a schema in this database; its owner can run this SQL.</source>
        <translation>El rol %1 no puede crear un esquema en esta base de datos; su propietario puede ejecutar este SQL.</translation>
    </message>
    <message>
        <source>Written by batches and not undone: %1. Each batch tells how many of its rows can still go back.</source>
        <translation>Escrito por lotes y sin deshacer: %1. Cada lote dice cuántas de sus filas pueden volver atrás todavía.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::PhotoPane</name>
    <message>
        <source>The photo’s file is damaged; this isn’t all as it was taken</source>
        <translation>El archivo de la foto está dañado; no todo es como se tomó</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>de día</translation>
    </message>
    <message>
        <source>by night, contrast raised</source>
        <translation>de noche, contraste aumentado</translation>
    </message>
    <message>
        <source>by night</source>
        <translation>de noche</translation>
    </message>
    <message>
        <source>; the photo’s file is damaged, this isn’t all as it was taken</source>
        <translation>; el archivo de la foto está dañado, no todo es como se tomó</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>reflejada</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::PresetCard</name>
    <message>
        <source>Suggested</source>
        <translation>Sugerido</translation>
    </message>
    <message>
        <source>Begins at half of the matches and loosens step by step.</source>
        <translation>Empieza en la mitad de las coincidencias y se relaja paso a paso.</translation>
    </message>
    <message>
        <source>Begins at the best quarter. Loses least if many are wrong.</source>
        <translation>Empieza en el mejor cuarto. Pierde menos si muchas son erróneas.</translation>
    </message>
    <message>
        <source>All or nothing at the threshold. Fewest looks, riskier.</source>
        <translation>Todo o nada en el umbral. Menos miradas, más riesgo.</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 hechas</translation>
    </message>
    <message>
        <source>look</source>
        <translation>mirada</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>miradas</translation>
    </message>
    <message>
        <source>Begun; goes on where you stopped.</source>
        <translation>Empezado; sigue donde usted se detuvo.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>about %1 looks</source>
        <translation>unas %1 miradas</translation>
    </message>
    <message>
        <source>First certificate after about %1, at %2.</source>
        <translation>Primer certificado tras unas %1, en %2.</translation>
    </message>
    <message>
        <source>Hardly any certificate comes of it.</source>
        <translation>De esto apenas sale un certificado.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::PreviewModel</name>
    <message>
        <source>deleted</source>
        <translation>eliminada</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>sin asignar</translation>
    </message>
    <message>
        <source>undo left it alone</source>
        <translation>deshacer no la tocó</translation>
    </message>
    <message>
        <source>written, changed since</source>
        <translation>escrita, cambiada después</translation>
    </message>
    <message>
        <source>written</source>
        <translation>escrita</translation>
    </message>
    <message>
        <source>not in this batch</source>
        <translation>no está en este lote</translation>
    </message>
    <message>
        <source>left alone: assigned</source>
        <translation>sin tocar: asignada</translation>
    </message>
    <message>
        <source>left alone: deleted</source>
        <translation>sin tocar: eliminada</translation>
    </message>
    <message>
        <source>left alone: profile gone</source>
        <translation>sin tocar: sin perfil ya</translation>
    </message>
    <message>
        <source>left alone: not valid</source>
        <translation>sin tocar: no válida</translation>
    </message>
    <message>
        <source>left alone: duplicate</source>
        <translation>sin tocar: duplicada</translation>
    </message>
    <message>
        <source>left alone: other sex</source>
        <translation>sin tocar: otro sexo</translation>
    </message>
    <message>
        <source>left alone: reviewed since</source>
        <translation>sin tocar: revisada después</translation>
    </message>
    <message>
        <source>left alone: a later batch</source>
        <translation>sin tocar: un lote posterior</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>cambiada desde entonces</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Detección</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomada</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>This batch</source>
        <translation>Este lote</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ProgressRow</name>
    <message>
        <source>Looks done</source>
        <translation>Miradas hechas</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Finish with this…</source>
        <translation>Terminar con esto…</translation>
    </message>
    <message>
        <source>Finish…</source>
        <translation>Terminar…</translation>
    </message>
    <message>
        <source>Finish at %1?</source>
        <translation>¿Terminar ya (%1)?</translation>
    </message>
    <message>
        <source>look</source>
        <translation>mirada</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>miradas</translation>
    </message>
    <message>
        <source>If 1% are wrong, a first certificate takes about %1.</source>
        <translation>Si el 1% es erróneo, un primer certificado requiere unas %1.</translation>
    </message>
    <message>
        <source>Nothing certified yet</source>
        <translation>Aún nada certificado</translation>
    </message>
    <message>
        <source>No certificate comes of this pool</source>
        <translation>De este conjunto no sale un certificado</translation>
    </message>
    <message>
        <source>Certified so far: %1, +%2</source>
        <translation>Certificado hasta ahora: %1, +%2</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>detección</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>detecciones</translation>
    </message>
    <message>
        <source>A further certificate is unlikely (under 5%).</source>
        <translation>Otro certificado es improbable (menos del 5%).</translation>
    </message>
    <message>
        <source>The budget is spent.</source>
        <translation>Se alcanzó el máximo.</translation>
    </message>
    <message>
        <source>A new certificate has come.</source>
        <translation>Llegó un nuevo certificado.</translation>
    </message>
    <message>
        <source>since look %1; it stays while you look with care</source>
        <translation>desde la mirada %1; se mantiene mientras mire con cuidado</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>%1 of at most %L2</source>
        <translation>%1 de %L2 como máximo</translation>
    </message>
    <message>
        <source>If 1% are wrong, a first certificate takes about %1. This trial takes more: the verdict says why, and you can still go on from there.</source>
        <translation>Si el 1% es erróneo, un primer certificado requiere unas %1. Este ensayo requiere más: el veredicto dice por qué, y desde allí aún puede seguir.</translation>
    </message>
    <message>
        <source>If 1% are wrong, going on to about %1 brings about %2 detections instead of %L3.</source>
        <translation>Si el 1% es erróneo, seguir hasta unas %1 da unas %2 detecciones en vez de %L3.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::Prospect</name>
    <message>
        <source>What it is drawn from</source>
        <translation>De qué se extrae</translation>
    </message>
    <message>
        <source>What a certificate says</source>
        <translation>Qué dice un certificado</translation>
    </message>
    <message>
        <source>What it doesn’t</source>
        <translation>Qué no dice</translation>
    </message>
    <message>
        <source>It covers today’s pool, not photos that come later. Some pairs are known to be different deer; they show that you tell deer apart, and can’t be told from the others.</source>
        <translation>Cubre el conjunto de hoy, no las fotos que lleguen después. De algunos pares se sabe que son animales distintos; muestran que usted distingue los animales y no se pueden diferenciar de los demás.</translation>
    </message>
    <message>
        <source>Such a statement is false in at most %1 of 100 trials, whenever you stop.</source>
        <translation>Tal afirmación es falsa en como máximo %1 de 100 ensayos, cuando sea que usted se detenga.</translation>
    </message>
    <message>
        <source>It would be trial %1 of these very detections, and needs more proof than the first.</source>
        <translation>Sería el ensayo n.º %1 de estas mismas detecciones y requiere más evidencia que el primero.</translation>
    </message>
    <message>
        <source>%1 of other states of these data had their own 5% each.</source>
        <translation>Además, %1 de otros estados de estos datos, con su propio 5% cada uno.</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>ensayo</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>ensayos</translation>
    </message>
    <message>
        <source>The shared journal can’t be read (%1): each trial of these detections that is known there only makes it one more.</source>
        <translation>No se puede leer la bitácora compartida (%1): cada ensayo de estas detecciones que allí se conozca suma uno a ese número.</translation>
    </message>
    <message>
        <source>Unassigned, eligible detections</source>
        <translation>Detecciones elegibles sin asignar</translation>
    </message>
    <message>
        <source>score under %1</source>
        <translation>puntaje menor que %1</translation>
    </message>
    <message>
        <source>no picture of the detection</source>
        <translation>sin imagen de la detección</translation>
    </message>
    <message>
        <source>no picture of the profile</source>
        <translation>sin imagen del perfil</translation>
    </message>
    <message>
        <source>Tried at %1</source>
        <translation>Ensayadas en %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Detections without a picture are in no level and are never written under the certificate. The order of the pairs is drawn once for this pool and kept; nobody can draw again.</source>
        <translation>Las detecciones sin imagen no están en ningún nivel y nunca se escriben bajo el certificado. El orden de los pares se sortea una vez para este conjunto y se conserva; nadie puede sortear de nuevo.</translation>
    </message>
    <message>
        <source>What it brings on these %1</source>
        <translation>Qué aporta a estas %1</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>detección</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>detecciones</translation>
    </message>
    <message>
        <source>%1; it goes on where you stopped</source>
        <translation>%1; sigue donde usted se detuvo</translation>
    </message>
    <message>
        <source>look is done</source>
        <translation>mirada hecha</translation>
    </message>
    <message>
        <source>looks are done</source>
        <translation>miradas hechas</translation>
    </message>
    <message>
        <source>How many pairs it still takes is not known: that depends on your answers, of which nothing is told before you finish.</source>
        <translation>No se sabe cuántos pares faltan aún: depende de sus respuestas, de las que no se dice nada antes de que termine.</translation>
    </message>
    <message>
        <source>Nothing here has a picture and scores %1 or more</source>
        <translation>Nada aquí tiene imagen y un puntaje de %1 o más</translation>
    </message>
    <message>
        <source>Under 20 detections are too few for a certificate: review all of them</source>
        <translation>Menos de 20 detecciones son muy pocas para un certificado: revíselas todas</translation>
    </message>
    <message>
        <source>Only pairs answered Same are written then.</source>
        <translation>Entonces solo se escriben los pares respondidos “Mismo”.</translation>
    </message>
    <message>
        <source>No certificate can come of another trial of this pool: %1, %2 needed</source>
        <translation>De otro ensayo de este conjunto no puede salir un certificado: %1, se necesitan %2</translation>
    </message>
    <message>
        <source>No certificate can come of this pool: %1, %2 needed</source>
        <translation>De este conjunto no puede salir un certificado: %1, se necesitan %2</translation>
    </message>
    <message>
        <source>known different pair</source>
        <translation>par de control</translation>
    </message>
    <message>
        <source>known different pairs</source>
        <translation>pares de control</translation>
    </message>
    <message>
        <source>Two deer in one photo, one of them assigned, make such a pair. You can count without a certificate.</source>
        <translation>Dos animales en una foto, uno de ellos asignado, forman un par así. Puede contar sin certificado.</translation>
    </message>
    <message>
        <source>Simulating trials on this pool’s scores …</source>
        <translation>Simulando ensayos con los puntajes de este conjunto …</translation>
    </message>
    <message>
        <source>An earlier trial of these detections certified nothing, so more of them may be wrong than that. Another one takes more proof, which is counted in here.</source>
        <translation>Un ensayo anterior de estas detecciones no certificó nada, así que más de ellas pueden ser erróneas. Otro requiere más evidencia, lo que aquí ya se cuenta.</translation>
    </message>
    <message>
        <source>Another trial of these detections takes more proof than the first, which is counted in here.</source>
        <translation>Otro ensayo de estas detecciones requiere más evidencia que el primero, lo que aquí ya se cuenta.</translation>
    </message>
    <message>
        <source>%1 can hardly certify anything here, not even if only 1% of the matches are wrong</source>
        <translation>“%1” apenas puede certificar algo aquí, ni siquiera si solo el 1% de las coincidencias es erróneo</translation>
    </message>
    <message>
        <source>The pool has %1; another way to go about it may need fewer.</source>
        <translation>El conjunto tiene %1; otra manera de proceder quizá necesite menos.</translation>
    </message>
    <message>
        <source>It goes on below %1 while the answers bear it out, down to %2 (%L3 detections). </source>
        <translation>Sigue por debajo de %1 mientras las respuestas lo respalden, hasta %2 (%L3 detecciones). </translation>
    </message>
    <message>
        <source>Of %1 it isn’t known whether they are there: they can’t be read now.</source>
        <translation>De %1 no se sabe si están: ahora no se pueden leer.</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>fotos</translation>
    </message>
    <message>
        <source>%1 of the %2 that score %3 or more: %4 have no picture, or their profile has none.</source>
        <translation>%1 de las %2 que puntúan %3 o más: %4 no tienen imagen, o no la tiene su perfil.</translation>
    </message>
    <message>
        <source>At most 5% of the detections it covers would be assigned wrongly.</source>
        <translation>Como máximo el 5% de las detecciones que cubre se asignaría mal.</translation>
    </message>
    <message>
        <source>At most 5% of the detections it covers would be assigned wrongly, and at most 10% of each of these alone: %1.</source>
        <translation>Como máximo el 5% de las detecciones que cubre se asignaría mal, y como máximo el 10% de cada uno de estos grupos por separado: %1.</translation>
    </message>
    <message>
        <source>Only at some of its thresholds are there enough for a claim of their own: %1.</source>
        <translation>Solo en algunos de sus umbrales hay suficientes para una afirmación propia: %1.</translation>
    </message>
    <message>
        <source>Too few for a claim of their own: %1.</source>
        <translation>Muy pocas para una afirmación propia: %1.</translation>
    </message>
    <message>
        <source>About %1 looks for a first certificate, about %2 for the whole, if 1% of the matches are wrong: %3 then certifies about %4 detections on average; if 5% are wrong, about %5.</source>
        <translation>Unas %1 miradas hasta un primer certificado, unas %2 para todo, si el 1% de las coincidencias es erróneo: “%3” certifica entonces en promedio unas %4 detecciones; si lo es el 5%, unas %5.</translation>
    </message>
    <message>
        <source>Looks count the known pairs too. Mean of %L1 trials simulated on this pool’s scores, wrong matches taken to get rarer with the score, and every known pair to be seen through; with 1% wrong, %2 of 100 came to a certificate. Nothing else in a trial uses the estimate.</source>
        <translation>Las miradas cuentan también los pares conocidos. Promedio de %L1 ensayos simulados con los puntajes de este conjunto; se supone que las coincidencias erróneas son más raras cuanto mayor el puntaje y que se reconoce cada par conocido; con un 1% erróneo, %2 de 100 llegaron a un certificado. Nada más en un ensayo usa la estimación.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ProspectChart</name>
    <message>
        <source>Detections certified over the true wrong share</source>
        <translation>Detecciones certificadas según la proporción errónea real</translation>
    </message>
    <message>
        <source>; at %1 wrong %2</source>
        <translation>; con %1 erróneas %2</translation>
    </message>
    <message>
        <source>if this share of the matches is truly wrong</source>
        <translation>si esta proporción de las coincidencias es realmente errónea</translation>
    </message>
    <message>
        <source>detections certified</source>
        <translation>detecciones certificadas</translation>
    </message>
    <message>
        <source>the estimate says %1, at most %2</source>
        <translation>la estimación dice %1, como máximo %2</translation>
    </message>
    <message>
        <source>all %L1 at the threshold</source>
        <translation>las %L1 en el umbral</translation>
    </message>
    <message>
        <source>1%: %L1, %2 looks</source>
        <translation>1%: %L1, %2 miradas</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ReviewPage</name>
    <message>
        <source>Mirrored (M)</source>
        <translation>Reflejada (M)</translation>
    </message>
    <message>
        <source>Night contrast (N)</source>
        <translation>Contraste nocturno (N)</translation>
    </message>
    <message>
        <source>second look</source>
        <translation>segunda mirada</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Guardar de nuevo</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>No guardado:</translation>
    </message>
    <message>
        <source>Take your time: keys wait until both pictures have been there for a second.</source>
        <translation>Tómese su tiempo: las teclas esperan hasta que ambas imágenes lleven un segundo a la vista.</translation>
    </message>
    <message>
        <source>Please look at both pictures</source>
        <translation>Mire ambas imágenes, por favor</translation>
    </message>
    <message>
        <source>Bring back the pair’s own photo first</source>
        <translation>Traiga primero de vuelta la foto propia del par</translation>
    </message>
    <message>
        <source>You had answered %1.</source>
        <translation>Usted había respondido %1.</translation>
    </message>
    <message>
        <source>Nothing to look at now: the other reviewer has to answer first.</source>
        <translation>Ahora no hay nada que mirar: primero debe responder el otro revisor.</translation>
    </message>
    <message>
        <source>This detection</source>
        <translation>Esta detección</translation>
    </message>
    <message>
        <source>judge this one, not its burst</source>
        <translation>juzgue esta, no su ráfaga</translation>
    </message>
    <message>
        <source>classified as %1</source>
        <translation>clasificada como %1</translation>
    </message>
    <message>
        <source>This picture can’t be shown: %1</source>
        <translation>No se puede mostrar esta imagen: %1</translation>
    </message>
    <message>
        <source>%1
looked for at %2</source>
        <translation>%1
buscada en %2</translation>
    </message>
    <message>
        <source>the next closest profile, for comparison</source>
        <translation>el siguiente perfil más parecido, para comparar</translation>
    </message>
    <message>
        <source>a photo of the profile</source>
        <translation>una foto del perfil</translation>
    </message>
    <message>
        <source>%1 to save</source>
        <translation>%1 por guardar</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respuestas</translation>
    </message>
    <message>
        <source>saved here, %1 to send</source>
        <translation>guardado aquí, %1 por enviar</translation>
    </message>
    <message>
        <source>saved after every answer</source>
        <translation>guardado tras cada respuesta</translation>
    </message>
    <message>
        <source>No other photo of this visit to compare</source>
        <translation>No hay otra foto de esta visita para comparar</translation>
    </message>
    <message>
        <source>Same burst, to compare; your answer is for the framed photo alone</source>
        <translation>Misma ráfaga, para comparar; su respuesta vale solo para la foto enmarcada</translation>
    </message>
    <message>
        <source>this</source>
        <translation>esta</translation>
    </message>
    <message>
        <source>the same moment</source>
        <translation>el mismo momento</translation>
    </message>
    <message>
        <source>%1 s later</source>
        <translation>%1 s después</translation>
    </message>
    <message>
        <source>%1 s before</source>
        <translation>%1 s antes</translation>
    </message>
    <message>
        <source>%1: photos as different as can be</source>
        <translation>%1: fotos lo más distintas posible</translation>
    </message>
    <message>
        <source>Next deer: %1</source>
        <translation>Siguiente animal: %1</translation>
    </message>
    <message>
        <source>These are the answers of %1; you can only look</source>
        <translation>Son las respuestas de %1; usted solo puede mirar</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>time not known</source>
        <translation>hora desconocida</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::ReviewerCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Could the reviewer tell deer apart?</source>
        <translation>¿Podía el revisor distinguir los animales?</translation>
    </message>
    <message>
        <source>Known different pairs seen through</source>
        <translation>Pares de control reconocidos</translation>
    </message>
    <message>
        <source>Keys within one second, ignored</source>
        <translation>Teclas en menos de un segundo, ignoradas</translation>
    </message>
    <message>
        <source>Answers recorded within one second</source>
        <translation>Respuestas en menos de un segundo</translation>
    </message>
    <message>
        <source>Pictures that failed</source>
        <translation>Imágenes fallidas</translation>
    </message>
    <message>
        <source>Median time for a pair</source>
        <translation>Mediana de tiempo por par</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Both reviewers on the same side</source>
        <translation>Ambos revisores del mismo lado</translation>
    </message>
    <message>
        <source>of them only after an answer Same was taken back</source>
        <translation>de ellos, solo tras retirar una respuesta “Mismo”</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::SampleForm</name>
    <message>
        <source>The trial</source>
        <translation>El ensayo</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Revisor</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Agregar…</translation>
    </message>
    <message>
        <source>Add a second reviewer</source>
        <translation>Agregar un segundo revisor</translation>
    </message>
    <message>
        <source>And</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>How two reviewers become one</source>
        <translation>Cómo dos revisores se vuelven uno</translation>
    </message>
    <message>
        <source>Both must say Same</source>
        <translation>Ambos deben decir “Mismo”</translation>
    </message>
    <message>
        <source>Second looks at the rest</source>
        <translation>El segundo mira el resto</translation>
    </message>
    <message>
        <source>How to go about it</source>
        <translation>Cómo proceder</translation>
    </message>
    <message>
        <source>fixed once you have answered</source>
        <translation>fijo una vez que haya respondido</translation>
    </message>
    <message>
        <source>Looks are what each takes on average if 1% are wrong. You may stop whenever you like; what is certified by then stays if you looked with care to the end.</source>
        <translation>Miradas: las que cada modo requiere en promedio si el 1% es erróneo. Puede parar cuando quiera; lo certificado hasta entonces queda si miró con cuidado hasta el final.</translation>
    </message>
    <message>
        <source>Begin the review</source>
        <translation>Empezar la revisión</translation>
    </message>
    <message>
        <source>A name is needed: it stands in the protocol</source>
        <translation>Hace falta un nombre: figura en el protocolo</translation>
    </message>
    <message>
        <source>Two reviewers have two names</source>
        <translation>Dos revisores tienen dos nombres</translation>
    </message>
    <message>
        <source>A second reviewer may join first.</source>
        <translation>Puede sumarse otro revisor antes.</translation>
    </message>
    <message>
        <source>Both go through the same pairs.</source>
        <translation>Ambos recorren los mismos pares.</translation>
    </message>
    <message>
        <source>The analysis suggests none; type one to try it.</source>
        <translation>El análisis no sugiere ninguno; escriba uno para ensayarlo.</translation>
    </message>
    <message>
        <source>Comes from the analysis in Re-ID</source>
        <translation>Viene del análisis en Re-ID</translation>
    </message>
    <message>
        <source>A threshold from 0.20 to 1.00</source>
        <translation>Un umbral de 0.20 a 1.00</translation>
    </message>
    <message>
        <source>The analysis suggests none.</source>
        <translation>El análisis no sugiere ninguno.</translation>
    </message>
    <message>
        <source>The analysis suggests %1</source>
        <translation>El análisis sugiere %1</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::SamplePage</name>
    <message>
        <source>Certified by a trial</source>
        <translation>Certificado por un ensayo</translation>
    </message>
    <message>
        <source>Loosest with at most %1% wrong</source>
        <translation>El más laxo: máx. %1% de error</translation>
    </message>
    <message>
        <source>Loosest with about %1% wrong</source>
        <translation>El más laxo: cerca de %1% de error</translation>
    </message>
    <message>
        <source>Strictest that gains %1%</source>
        <translation>El más estricto que gana %1%</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Choose a threshold in Re-ID first</source>
        <translation>Elija primero un umbral en Re-ID</translation>
    </message>
    <message>
        <source>Go to Re-ID</source>
        <translation>Ir a Re-ID</translation>
    </message>
    <message>
        <source>Which pictures are there isn’t known</source>
        <translation>No se sabe qué fotos hay</translation>
    </message>
    <message>
        <source>Not read:</source>
        <translation>No leído:</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>No realizado:</translation>
    </message>
    <message>
        <source>%1. Which pictures are there now isn’t known.</source>
        <translation>%1. No se sabe qué fotos hay ahora.</translation>
    </message>
    <message>
        <source>%1. No trial can begin until it is read which pictures are there.</source>
        <translation>%1. Ningún ensayo puede empezar hasta que se lea qué fotos hay.</translation>
    </message>
    <message>
        <source>the trials of this computer: %1</source>
        <translation>los ensayos de este equipo: %1</translation>
    </message>
    <message>
        <source>%1. Trials of other computers may be missing here, or be further by now.</source>
        <translation>%1. Aquí pueden faltar ensayos de otros equipos, o estar ya más avanzados.</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <translation>%1 Se reintenta solo.</translation>
    </message>
    <message>
        <source>The analysis found none that it could suggest, and says there why. You can still type one here to try it.</source>
        <translation>El análisis no halló ninguno que pudiera sugerir, y allí dice por qué. Aun así puede escribir uno aquí para ensayarlo.</translation>
    </message>
    <message>
        <source>A trial tests the threshold that the analysis suggests, on a sample that you judge.</source>
        <translation>Un ensayo prueba el umbral que sugiere el análisis con una muestra que usted juzga.</translation>
    </message>
    <message>
        <source>Looking which pictures are there …</source>
        <translation>Viendo qué imágenes hay …</translation>
    </message>
    <message>
        <source>Begin the review</source>
        <translation>Empezar la revisión</translation>
    </message>
    <message>
        <source>Count without a certificate</source>
        <translation>Contar sin certificado</translation>
    </message>
    <message>
        <source>Review all of them</source>
        <translation>Revisarlas todas</translation>
    </message>
    <message>
        <source>Go on at look %1</source>
        <translation>Seguir en la mirada %1</translation>
    </message>
    <message>
        <source>A reviewer’s name is missing, or two are the same</source>
        <translation>Falta el nombre de un revisor, o dos son iguales</translation>
    </message>
    <message>
        <source>What a trial would be drawn from isn’t known yet</source>
        <translation>Aún no se sabe de qué se sacaría un ensayo</translation>
    </message>
    <message>
        <source>Nothing with a picture scores that high</source>
        <translation>Nada con imagen tiene un puntaje tan alto</translation>
    </message>
    <message>
        <source>The last analysis is being read …</source>
        <translation>Se está leyendo el último análisis …</translation>
    </message>
    <message>
        <source>The analysis is under way …</source>
        <translation>El análisis está en curso …</translation>
    </message>
    <message>
        <source>Where are the photos?</source>
        <translation>¿Dónde están las fotos?</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Conexión…</translation>
    </message>
    <message>
        <source>These figures are out of date: analyze again in Re-ID</source>
        <translation>Estas cifras están desactualizadas: analice de nuevo en Re-ID</translation>
    </message>
    <message>
        <source>These figures are out of date. They are being read anew …</source>
        <translation>Estas cifras están desactualizadas. Se están leyendo de nuevo …</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::Staircase</name>
    <message>
        <source>%1 after %2 looks: %3 detections</source>
        <translation>%1 tras %2 miradas: %3 detecciones</translation>
    </message>
    <message>
        <source>Nothing certified</source>
        <translation>Nada certificado</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>miradas</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 tras %2</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::TrialDesk</name>
    <message>
        <source>%1 detections, %2 of them assigned, %3 profiles</source>
        <translation>%1 detecciones, %2 de ellas asignadas, %3 perfiles</translation>
    </message>
    <message>
        <source>newest detection %1</source>
        <translation>detección más nueva %1</translation>
    </message>
    <message>
        <source>embedding %1</source>
        <translation>vectores de rasgos %1</translation>
    </message>
    <message>
        <source>scores from %1, analyzed %2</source>
        <translation>puntajes de %1, analizados %2</translation>
    </message>
    <message>
        <source>this role can’t see whether rows have changed since the analysis in Re-ID</source>
        <translation>este rol no puede ver si han cambiado filas desde el análisis en Re-ID</translation>
    </message>
    <message>
        <source>the data have changed since the analysis in Re-ID; analyze again</source>
        <translation>los datos han cambiado desde el análisis en Re-ID; analice de nuevo</translation>
    </message>
    <message>
        <source>What was answered last isn’t saved. Save it in the review, or do the same once more to give it up.</source>
        <translation>Lo último que se respondió no está guardado. Guárdelo en la revisión, o haga lo mismo una vez más para renunciar a ello.</translation>
    </message>
    <message>
        <source>%1 has answered in another window or on another computer; open the trial again</source>
        <translation>%1 respondió en otra ventana o en otro equipo; abra el ensayo de nuevo</translation>
    </message>
    <message>
        <source>that takes an analysis in Re-ID</source>
        <translation>para eso hace falta un análisis en Re-ID</translation>
    </message>
    <message>
        <source>PostgreSQL doesn’t answer</source>
        <translation>PostgreSQL no responde</translation>
    </message>
    <message>
        <source>this database has no shared journal</source>
        <translation>esta base de datos no tiene bitácora compartida</translation>
    </message>
    <message>
        <source>PostgreSQL hasn&apos;t answered yet</source>
        <translation>PostgreSQL aún no ha respondido</translation>
    </message>
    <message>
        <source>there is no verdict yet</source>
        <translation>aún no hay veredicto</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::TrialList</name>
    <message>
        <source>first edition, counts for nothing</source>
        <translation>primera edición, no cuenta</translation>
    </message>
    <message>
        <source>certified at %1; answered on since, look at its verdict</source>
        <translation>certificado en %1; respondido después, vea su veredicto</translation>
    </message>
    <message>
        <source>answered on since its verdict, look at it again</source>
        <translation>respondido después de su veredicto, véalo de nuevo</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>retenido</translation>
    </message>
    <message>
        <source>certified at %1</source>
        <translation>certificado en %1</translation>
    </message>
    <message>
        <source>no verdict yet after %1 looks</source>
        <translation>aún sin veredicto tras %1 miradas</translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation>aún sin respuestas</translation>
    </message>
    <message>
        <source>nothing certified after %1 looks</source>
        <translation>nada certificado tras %1 miradas</translation>
    </message>
    <message>
        <source>Trials so far</source>
        <translation>Ensayos hasta ahora</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Review the same pairs</source>
        <translation>Revisar los mismos pares</translation>
    </message>
    <message>
        <source>Trials of the first edition can be read, not gone on with</source>
        <translation>Los ensayos de la primera edición se pueden leer, no continuar</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>Como %1</translation>
    </message>
    <message>
        <source>As %1: another trial, whose answers count alone</source>
        <translation>Como %1: otro ensayo, cuyas respuestas cuentan aparte</translation>
    </message>
    <message>
        <source>on another computer; </source>
        <translation>en otro equipo; </translation>
    </message>
    <message>
        <source>No trials yet</source>
        <translation>Aún no hay ensayos</translation>
    </message>
    <message>
        <source>A trial stays here with every answer, to go on with or to look at its verdict.</source>
        <translation>Un ensayo queda aquí con cada respuesta, para seguir con él o ver su veredicto.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>There is none on this computer; those of others can’t be read.</source>
        <translation>No hay ninguno en este equipo; los de otros no se pueden leer.</translation>
    </message>
    <message>
        <source>The trials of this computer can’t be read.</source>
        <translation>No se pueden leer los ensayos de este equipo.</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>no se sabe: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::TrialPage</name>
    <message>
        <source>Trial</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>No realizado:</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Protocol as PDF…</source>
        <translation>Protocolo en PDF…</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>Seguir revisando</translation>
    </message>
    <message>
        <source>Sample…</source>
        <translation>Muestra…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Bitácora</translation>
    </message>
    <message>
        <source>Everything Herdbook wrote into this database, and every trial</source>
        <translation>Todo lo que Herdbook escribió en esta base de datos, y cada ensayo</translation>
    </message>
    <message>
        <source>Type the other reviewer’s name,</source>
        <translation>Escriba el nombre del otro revisor,</translation>
    </message>
    <message>
        <source>then begin: same pairs, same order, answers of their own.</source>
        <translation>luego empiece: los mismos pares, el mismo orden, respuestas propias.</translation>
    </message>
    <message>
        <source>Answers from other computers have arrived.</source>
        <translation>Llegaron respuestas de otros equipos.</translation>
    </message>
    <message>
        <source>F5 judges again with them.</source>
        <translation>F5 juzga de nuevo con ellas.</translation>
    </message>
    <message>
        <source>The journal was removed.</source>
        <translation>La bitácora se eliminó.</translation>
    </message>
    <message>
        <source>The journal is at version %1.</source>
        <translation>La bitácora está en la versión %1.</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>Guardado:</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>No guardado:</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Buscar en la bitácora</translation>
    </message>
    <message>
        <source>Save the journal as CSV</source>
        <translation>Guardar la bitácora como CSV</translation>
    </message>
    <message>
        <source>Undo the chosen batch; asks once</source>
        <translation>Deshacer el lote elegido; pregunta una vez</translation>
    </message>
    <message>
        <source>Back to the trial</source>
        <translation>Volver al ensayo</translation>
    </message>
    <message>
        <source>Same, Different, Can’t tell, Background only, Bad crop</source>
        <translation>Mismo, Distinto, Dudoso, Solo fondo, Recorte malo</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Undo the last answer</source>
        <translation>Deshacer la última respuesta</translation>
    </message>
    <message>
        <source>Space (held)</source>
        <translation>Espacio (sostenido)</translation>
    </message>
    <message>
        <source>Zoom both photos to the animal</source>
        <translation>Acercar ambas fotos al animal</translation>
    </message>
    <message>
        <source>Bring a small photo to the right pane; again: back</source>
        <translation>Llevar una foto pequeña al panel derecho; otra vez: de vuelta</translation>
    </message>
    <message>
        <source>Mirrored view of the profile’s photo on or off</source>
        <translation>Foto del perfil reflejada o no</translation>
    </message>
    <message>
        <source>Night contrast on or off (also L)</source>
        <translation>Contraste nocturno sí o no (también L)</translation>
    </message>
    <message>
        <source>Boxes on or off</source>
        <translation>Recuadros sí o no</translation>
    </message>
    <message>
        <source>Both photos as they were at first</source>
        <translation>Ambas fotos como al inicio</translation>
    </message>
    <message>
        <source>Note on this pair</source>
        <translation>Nota sobre este par</translation>
    </message>
    <message>
        <source>Apply; asks once</source>
        <translation>Aplicar; pregunta una vez</translation>
    </message>
    <message>
        <source>Undo the batch</source>
        <translation>Deshacer el lote</translation>
    </message>
    <message>
        <source>Save the preview</source>
        <translation>Guardar la vista previa</translation>
    </message>
    <message>
        <source>Begin the trial</source>
        <translation>Empezar el ensayo</translation>
    </message>
    <message>
        <source>Save protocol</source>
        <translation>Guardar el protocolo</translation>
    </message>
    <message>
        <source>%1. Save it again in the review.</source>
        <translation>%1. Guárdelo de nuevo en la revisión.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respuestas</translation>
    </message>
    <message>
        <source>Never stored:</source>
        <translation>Nunca guardado:</translation>
    </message>
    <message>
        <source>Not stored yet:</source>
        <translation>Aún no guardado:</translation>
    </message>
    <message>
        <source>%1 given earlier. %2. It is tried again by itself, and before their trial goes on.</source>
        <translation>%1 de antes. %2. Se reintenta por sí solo, también antes de que siga su ensayo.</translation>
    </message>
    <message>
        <source>Stored now:</source>
        <translation>Guardado ahora:</translation>
    </message>
    <message>
        <source>%1 given earlier that couldn’t be stored then.</source>
        <translation>%1 de antes que entonces no se pudieron guardar.</translation>
    </message>
    <message>
        <source>Open the trial of the chosen row; so does a double click</source>
        <translation>Abrir el ensayo de la fila elegida; también con doble clic</translation>
    </message>
    <message>
        <source>Finish; asks first</source>
        <translation>Terminar; pregunta antes</translation>
    </message>
    <message>
        <source>Back from the question whether to finish</source>
        <translation>Volver de la pregunta de si terminar</translation>
    </message>
    <message>
        <source>They are kept only until Herdbook closes.</source>
        <translation>Solo se conservan hasta que se cierre Herdbook.</translation>
    </message>
    <message>
        <source>Some are kept in %1, the others only until Herdbook closes.</source>
        <translation>Algunas se conservan en %1, las demás solo hasta que se cierre Herdbook.</translation>
    </message>
    <message>
        <source>They are kept in %1.</source>
        <translation>Se conservan en %1.</translation>
    </message>
    <message>
        <source>%1 given earlier, as others were given in their place. %2</source>
        <translation>%1 de antes, porque en su lugar se dieron otras. %2</translation>
    </message>
    <message>
        <source>%1. Save again in the review, or close once more: they are then tried anew, at last set aside beside the journal; where that can’t be written either, they are lost.</source>
        <translation>%1. Guarde de nuevo en la revisión, o cierre otra vez: entonces se reintenta y, si no se puede, se apartan junto a la bitácora; si tampoco eso se puede escribir, se pierden.</translation>
    </message>
</context>
<context>
    <name>herdbook::trial::VerdictPage</name>
    <message>
        <source>Judging …</source>
        <translation>Juzgando …</translation>
    </message>
    <message>
        <source>What was answered here is read, and what others answered.</source>
        <translation>Se lee lo que se respondió aquí y lo que respondieron otros.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Sin juzgar</translation>
    </message>
    <message>
        <source>%1. F5 tries again.</source>
        <translation>%1. F5 reintenta.</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>Cómo se llegó a esto</translation>
    </message>
    <message>
        <source>each dot a certificate, strict to loose</source>
        <translation>cada punto un certificado, de estricto a laxo</translation>
    </message>
    <message>
        <source>The answers</source>
        <translation>Las respuestas</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Let somebody else review…</source>
        <translation>Que revise otra persona…</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>Seguir revisando</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>First edition</source>
        <translation>Primera edición</translation>
    </message>
    <message>
        <source>Trials of the first edition count for nothing</source>
        <translation>Los ensayos de la primera edición no cuentan</translation>
    </message>
    <message>
        <source>It could be passed without looking. What was answered then stays in the journal; what was written can be taken back there. Begin a new trial for a certificate.</source>
        <translation>Se podía aprobar sin mirar. Lo que se respondió entonces queda en la bitácora; lo que se escribió se puede revertir allí. Para un certificado, empiece un ensayo nuevo.</translation>
    </message>
    <message>
        <source>%1 at %2, begun %3 by %4</source>
        <translation>%1 en %2, empezado %3 por %4</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>par</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>pares</translation>
    </message>
    <message>
        <source>Nothing can be written from this trial</source>
        <translation>De este ensayo no se puede escribir nada</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>No certificate: %1</source>
        <translation>Sin certificado: %1</translation>
    </message>
    <message>
        <source>Whoever calls strangers the same would also call wrong matches the same. So these answers can’t tell how many matches are wrong, and nothing is certified at any threshold.</source>
        <translation>Quien toma a extraños por el mismo también tomaría por el mismo coincidencias erróneas. Así, estas respuestas no dicen cuántas coincidencias son erróneas, y no se certifica nada en ningún umbral.</translation>
    </message>
    <message>
        <source>Nothing is certified at any threshold.</source>
        <translation>No se certifica nada en ningún umbral.</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Sin comparar</translation>
    </message>
    <message>
        <source>Certificate holds</source>
        <translation>El certificado vale</translation>
    </message>
    <message>
        <source>At most 5% of these %1 would be assigned wrongly</source>
        <translation>Como máximo el 5% de estas %1 se asignaría mal</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>detección</translation>
    </message>
    <message>
        <source>detections</source>
        <translation>detecciones</translation>
    </message>
    <message>
        <source>No more than %1 wrong among them. The way this is found out errs in at most %2 of 100 trials, whenever one stops.</source>
        <translation>No más de %1 erróneas entre ellas. El modo de averiguarlo yerra en como máximo %2 de 100 ensayos, cuando sea que uno se detenga.</translation>
    </message>
    <message>
        <source>Nothing certified</source>
        <translation>Nada certificado</translation>
    </message>
    <message>
        <source>What was answered Same can be written.</source>
        <translation>Lo respondido “Mismo” se puede escribir.</translation>
    </message>
    <message>
        <source>%1 by %2, preset %3, threshold %4</source>
        <translation>%1 por %2, modo %3, umbral %4</translation>
    </message>
    <message>
        <source>look</source>
        <translation>mirada</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>miradas</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>, %1, in %2</source>
        <translation>, %1, en %2</translation>
    </message>
    <message>
        <source>. It covers the pool it was drawn from, not later photos.</source>
        <translation>. Cubre el conjunto del que se extrajo, no fotos posteriores.</translation>
    </message>
    <message>
        <source>. Not compared with today’s data: %1.</source>
        <translation>. No comparado con los datos de hoy: %1.</translation>
    </message>
    <message>
        <source>Trials of it on other computers aren’t known: this database has no journal to share them.</source>
        <translation>No se conocen ensayos de él en otros equipos: esta base de datos no tiene bitácora para compartirlos.</translation>
    </message>
    <message>
        <source>The latest answers of the other reviewer may be missing, and so may trials of this pool on other computers: %1.</source>
        <translation>Pueden faltar las últimas respuestas del otro revisor, y también ensayos de este conjunto en otros equipos: %1.</translation>
    </message>
    <message>
        <source>Trials of this pool on other computers may be missing, each of which asks for more proof: %1.</source>
        <translation>Pueden faltar ensayos de este conjunto en otros equipos, cada uno de los cuales exige más evidencia: %1.</translation>
    </message>
    <message>
        <source>This verdict couldn’t be kept on this computer, so lists and other computers may show an earlier one: %1.</source>
        <translation>Este veredicto no se pudo conservar en este equipo, así que las listas y otros equipos pueden mostrar uno anterior: %1.</translation>
    </message>
    <message>
        <source>%1, and %2 besides. What was answered Same proves nothing here: known strangers were called the same deer too.</source>
        <translation>%1, y además %2. Lo respondido “Mismo” no prueba nada aquí: también extraños conocidos se tomaron por el mismo animal.</translation>
    </message>
    <message>
        <source>known pair</source>
        <translation>par de control</translation>
    </message>
    <message>
        <source>known pairs</source>
        <translation>pares de control</translation>
    </message>
    <message>
        <source>%1; everything but Same counts as wrong.</source>
        <translation>%1; todo menos “Mismo” cuenta como erróneo.</translation>
    </message>
    <message>
        <source>Known different pairs that were answered Same, so you can see it yourself</source>
        <translation>Pares de control respondidos “Mismo”, para que lo vea usted</translation>
    </message>
    <message>
        <source>Not answered Same, each beside the profile it was offered</source>
        <translation>No respondidas “Mismo”, cada una junto al perfil que se le ofreció</translation>
    </message>
    <message>
        <source>Not saved: %1 that it counts. Save again in the review.</source>
        <translation>No guardado: %1 que cuentan aquí. Guarde de nuevo en la revisión.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respuestas</translation>
    </message>
    <message>
        <source>Holds, with doubts</source>
        <translation>Vale, con dudas</translation>
    </message>
    <message>
        <source>These pairs are of different deer only by both cameras’ clocks and today’s coordinates; if a clock is an hour off, or a camera was moved, a pair may be one deer. Either way nothing is certified at any threshold.</source>
        <translation>Estos pares son de venados distintos solo según los relojes de ambas cámaras y las coordenadas de hoy; si un reloj va una hora mal o se movió una cámara, un par puede ser un solo venado. En cualquier caso, nada se certifica con ningún umbral.</translation>
    </message>
    <message>
        <source>Waiting for the other reviewer: %1.</source>
        <translation>A la espera del otro revisor: %1.</translation>
    </message>
    <message>
        <source>Somebody else gets the same pairs in the same order, with the known different ones at other places; those answers count alone, and the certificate needs more proof: it is another try on this pool.</source>
        <translation>Otra persona recibe los mismos pares en el mismo orden, con los de control en otros lugares; esas respuestas cuentan aparte, y el certificado requiere más evidencia: es otro intento con este conjunto.</translation>
    </message>
    <message>
        <source>Try stricter thresholds…</source>
        <translation>Probar umbrales más estrictos…</translation>
    </message>
    <message>
        <source>Begin a new trial, at stricter thresholds? It has pairs of its own: the best of these. What you answered of them counts there, too. It needs more proof, and its certificate is false in one more of 100 trials. This trial stays in the journal with all its answers.</source>
        <translation>¿Iniciar un ensayo nuevo con umbrales más estrictos? Tiene pares propios: los mejores de estos. Lo que respondió de ellos también cuenta allí. Requiere más evidencia, y su certificado es falso en uno más de 100 ensayos. Este ensayo queda en la bitácora con todas sus respuestas.</translation>
    </message>
    <message>
        <source>Begin it</source>
        <translation>Iniciarlo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>About %1 looks were to be expected for a first certificate: the mean if 1% are wrong and every known different pair is seen through.</source>
        <translation>Para un primer certificado cabía esperar unas %1 miradas: el promedio si el 1% es erróneo y se reconoce cada par de control.</translation>
    </message>
    <message>
        <source>The answers are kept.</source>
        <translation>Las respuestas se conservan.</translation>
    </message>
    <message>
        <source>Going on may still bring a certificate.</source>
        <translation>Seguir aún puede dar un certificado.</translation>
    </message>
    <message>
        <source>Stricter thresholds may bring one as well, in a new trial.</source>
        <translation>Umbrales más estrictos también pueden darlo, en un ensayo nuevo.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui</name>
    <message>
        <source>Only one day so far: a range needs two</source>
        <translation>Hasta ahora solo un día: un período necesita dos</translation>
    </message>
    <message>
        <source>Rut %1 against %2</source>
        <translation>Celo %1 frente a %2</translation>
    </message>
    <message>
        <source>This month against the same month last year</source>
        <translation>Este mes frente al mismo mes del año pasado</translation>
    </message>
    <message>
        <source>Last month against the same month a year before</source>
        <translation>Mes pasado frente al mismo mes un año antes</translation>
    </message>
    <message>
        <source>This year against last year</source>
        <translation>Este año frente al año pasado</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mes pasado</translation>
    </message>
    <message>
        <source>Rut season %1</source>
        <translation>Temporada de celo %1</translation>
    </message>
    <message>
        <source>A year up to today</source>
        <translation>Un año hasta hoy</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>Período %1</translation>
    </message>
    <message>
        <source>%1 start</source>
        <translation>Inicio de %1</translation>
    </message>
    <message>
        <source>%1 end</source>
        <translation>Fin de %1</translation>
    </message>
    <message>
        <source>%1 name</source>
        <translation>Nombre de %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Crop size</source>
        <translation>Tamaño de los recortes</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Ubicaciones</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Logo of the profile</source>
        <translation>Logotipo del perfil</translation>
    </message>
    <message>
        <source>Client of the profile</source>
        <translation>Cliente del perfil</translation>
    </message>
    <message>
        <source>Footer of the profile</source>
        <translation>Pie del perfil</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Periodos</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>No existe el archivo</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Demasiado grande</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message>
        <source>Link leads out</source>
        <translation>El enlace lleva afuera</translation>
    </message>
    <message>
        <source>Box off the photo</source>
        <translation>Recuadro fuera de la foto</translation>
    </message>
    <message>
        <source>Box unusable</source>
        <translation>Recuadro inutilizable</translation>
    </message>
    <message>
        <source>Box too small</source>
        <translation>Recuadro muy pequeño</translation>
    </message>
    <message>
        <source>No such photo</source>
        <translation>No existe la foto</translation>
    </message>
    <message>
        <source>No such detection</source>
        <translation>No existe la detección</translation>
    </message>
    <message>
        <source>1 crop missing</source>
        <translation>falta 1 recorte</translation>
    </message>
    <message>
        <source>%1 crops missing</source>
        <translation>faltan %1 recortes</translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation>%1 dañados</translation>
    </message>
    <message>
        <source>1 crop damaged</source>
        <translation>1 recorte dañado</translation>
    </message>
    <message>
        <source>%1 crops damaged</source>
        <translation>%1 recortes dañados</translation>
    </message>
    <message>
        <source>One crop is of a damaged photo</source>
        <translation>Un recorte es de una foto dañada</translation>
    </message>
    <message>
        <source>%1 crops are of damaged photos</source>
        <translation>%1 recortes son de fotos dañadas</translation>
    </message>
    <message>
        <source>For one detection there is no crop</source>
        <translation>De una detección no hay recorte</translation>
    </message>
    <message>
        <source>For %1 detections there is no crop</source>
        <translation>De %1 detecciones no hay recorte</translation>
    </message>
    <message>
        <source>For %1 of %2 detections there is no crop</source>
        <translation>De %1 de %2 detecciones no hay recorte</translation>
    </message>
    <message>
        <source>The archive holds crops of the other %1, and missing.csv lists each that is missing, with its reason.</source>
        <translation>El archivo contiene recortes de las otras %1, y missing.csv enumera cada uno que falta, con su motivo.</translation>
    </message>
    <message>
        <source>missing.csv in the archive lists each, with its reason.</source>
        <translation>missing.csv en el archivo enumera cada uno, con su motivo.</translation>
    </message>
    <message>
        <source>The crop of a damaged photo is flagged in the tables.</source>
        <translation>El recorte de una foto dañada está señalado en las tablas.</translation>
    </message>
    <message>
        <source>The %1 crops of damaged photos are flagged in the tables.</source>
        <translation>Los %1 recortes de fotos dañadas están señalados en las tablas.</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 detección</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 detecciones</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 foto</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 fotos</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Las primeras</translation>
    </message>
    <message>
        <source>of these photos</source>
        <translation>de estas fotos</translation>
    </message>
    <message>
        <source>Status key</source>
        <translation>Clave de estado</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>none</source>
        <translation>no hay</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>%1 of %2 waiting</source>
        <translation>%1 de %2 en espera</translation>
    </message>
    <message>
        <source>waiting, its place isn&apos;t known</source>
        <translation>en espera, no se sabe su lugar</translation>
    </message>
    <message>
        <source>not waiting</source>
        <translation>no espera</translation>
    </message>
    <message>
        <source>Workers&apos; hands</source>
        <translation>En manos de</translation>
    </message>
    <message>
        <source>nobody holds it</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>a Python worker</source>
        <translation>un proceso de Python</translation>
    </message>
    <message>
        <source>, ran out %1</source>
        <translation>, vencido %1</translation>
    </message>
    <message>
        <source>, ran out</source>
        <translation>, vencido</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>, alive</source>
        <translation>, vigente</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>no longer served</source>
        <translation>ya no se ofrece</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún no hay</translation>
    </message>
    <message>
        <source>%1 by its status; no folder here tells</source>
        <translation>%1 según su estado; ninguna carpeta de aquí lo dice</translation>
    </message>
    <message>
        <source>not looked at: the folder doesn&apos;t answer</source>
        <translation>sin mirar: la carpeta no responde</translation>
    </message>
    <message>
        <source>there, %1</source>
        <translation>está, %1</translation>
    </message>
    <message>
        <source>another size</source>
        <translation>otro tamaño</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>%1 of 3</source>
        <translation>%1 de 3</translation>
    </message>
    <message>
        <source>none counted</source>
        <translation>ninguno contado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Solicitado</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>Hecho en</translation>
    </message>
    <message>
        <source>%1; no folder here tells whether it is there</source>
        <translation>%1; ninguna carpeta de aquí dice si está</translation>
    </message>
    <message>
        <source>%1, here</source>
        <translation>%1, aquí</translation>
    </message>
    <message>
        <source>not the size it was made with</source>
        <translation>no tiene el tamaño con que se hizo</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Se guarda hasta</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>all deer</source>
        <translation>todos los venados</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 clases</translation>
    </message>
    <message>
        <source>1 chosen</source>
        <translation>1 elegida</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 elegidas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>gráficos</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>tablas</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>hallazgos</translation>
    </message>
    <message>
        <source>crops</source>
        <translation>recortes</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabla</translation>
    </message>
    <message>
        <source>Camtrap DP</source>
        <translation>Camtrap DP</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>not as it was: %1 isn&apos;t kept</source>
        <translation>no tal como era: no se conserva %1</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>you (%1)</source>
        <translation>usted (%1)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>not known any more</source>
        <translation>ya no se conoce</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Unreadable status</source>
        <translation>Estado ilegible</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Removed by someone else</source>
        <translation>Quitado por otra persona</translation>
    </message>
    <message>
        <source>Lost by Redis</source>
        <translation>Perdido por Redis</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 de %3</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Espera a %1</translation>
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
        <translation>Trabajo no encontrado o vencido</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportación</translation>
    </message>
    <message>
        <source>ZIP dataset</source>
        <translation>ZIP de datos</translation>
    </message>
    <message>
        <source>Comparison PDF</source>
        <translation>PDF comparado</translation>
    </message>
    <message>
        <source>Custom PDF</source>
        <translation>PDF a medida</translation>
    </message>
    <message>
        <source>Seasonal PDF</source>
        <translation>PDF temporada</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Trabajo %1</translation>
    </message>
    <message>
        <source>%1 periods</source>
        <translation>%1 períodos</translation>
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
        <translation>vencido</translation>
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
        <translation>%1/s, faltan %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>its logo</source>
        <translation>su logotipo</translation>
    </message>
    <message>
        <source>its list of detections</source>
        <translation>su lista de detecciones</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>ID del trabajo</translation>
    </message>
    <message>
        <source>Processing, but no worker holds it</source>
        <translation>En curso, pero ningún proceso lo tiene</translation>
    </message>
    <message>
        <source>Running, but still in the queue as well</source>
        <translation>En curso, pero también sigue en la cola</translation>
    </message>
    <message>
        <source>Done, but its status says processing</source>
        <translation>Hecho, pero su estado dice “en curso”</translation>
    </message>
    <message>
        <source>Failed, but its status says processing</source>
        <translation>Fallido, pero su estado dice “en curso”</translation>
    </message>
    <message>
        <source>Finished, but still in the queue</source>
        <translation>Terminado, pero sigue en la cola</translation>
    </message>
    <message>
        <source>Finished, but a stopped worker still holds it</source>
        <translation>Terminado, pero un proceso detenido aún lo tiene</translation>
    </message>
    <message>
        <source>Completed, but the file is gone</source>
        <translation>Completado, pero el archivo ya no está</translation>
    </message>
    <message>
        <source>Completed, but the file has another size</source>
        <translation>Completado, pero el archivo tiene otro tamaño</translation>
    </message>
    <message>
        <source>Completed, but no file is named</source>
        <translation>Completado, pero no se nombra ningún archivo</translation>
    </message>
    <message>
        <source>Waiting, status expired</source>
        <translation>En espera, estado vencido</translation>
    </message>
    <message>
        <source>Running, status expired</source>
        <translation>En curso, estado vencido</translation>
    </message>
    <message>
        <source>Finished, but its status never expires</source>
        <translation>Terminado, pero su estado nunca vence</translation>
    </message>
    <message>
        <source>It can&apos;t go back in the queue as it was: %1 isn&apos;t kept with the job.</source>
        <translation>No puede volver a la cola tal como era: con el trabajo no se conserva %1.</translation>
    </message>
    <message>
        <source>It is neither waiting nor in a worker&apos;s hands. This job stays as it is until it goes back in the queue.</source>
        <translation>Ni espera ni está en manos de un proceso. Este trabajo queda como está hasta que vuelva a la cola.</translation>
    </message>
    <message>
        <source>Worker %1 let go of it. This job stays as it is until it goes back in the queue.</source>
        <translation>El proceso %1 lo soltó. Este trabajo queda como está hasta que vuelva a la cola.</translation>
    </message>
    <message>
        <source>Worker %1 stopped answering at %2. This job stays as it is until it goes back in the queue.</source>
        <translation>El proceso %1 dejó de responder a las %2. Este trabajo queda como está hasta que vuelva a la cola.</translation>
    </message>
    <message>
        <source>Worker %1 has stopped. This job stays as it is until it goes back in the queue.</source>
        <translation>El proceso %1 se detuvo. Este trabajo queda como está hasta que vuelva a la cola.</translation>
    </message>
    <message>
        <source>It would be made a second time.</source>
        <translation>Se haría por segunda vez.</translation>
    </message>
    <message>
        <source>The worker reported success. Its file can&apos;t be looked for: the export folder doesn&apos;t tell what is in it.</source>
        <translation>El proceso informó de éxito. No se puede buscar su archivo: la carpeta de exportación no dice qué contiene.</translation>
    </message>
    <message>
        <source>The worker reported success, but no file is to be found.</source>
        <translation>El proceso informó de éxito, pero no se encuentra ningún archivo.</translation>
    </message>
    <message>
        <source>The worker made %1; the status was overwritten afterwards.</source>
        <translation>El proceso hizo %1; después se sobrescribió el estado.</translation>
    </message>
    <message>
        <source>The worker reported: %1</source>
        <translation>El proceso informó: %1</translation>
    </message>
    <message>
        <source>It would be made again.</source>
        <translation>Se haría de nuevo.</translation>
    </message>
    <message>
        <source>%1 is not in the export folder any more.</source>
        <translation>%1 ya no está en la carpeta de exportación.</translation>
    </message>
    <message>
        <source>It should have %1. The file may have been changed or cut short.</source>
        <translation>Debería tener %1. Quizá se modificó o se cortó el archivo.</translation>
    </message>
    <message>
        <source>There is nothing to open.</source>
        <translation>No hay nada que abrir.</translation>
    </message>
    <message>
        <source>Herdbook can&apos;t read what is stored for this job. Technical, below, shows it as it is.</source>
        <translation>Herdbook no puede leer lo que está guardado para este trabajo. “Datos técnicos”, abajo, lo muestra como está.</translation>
    </message>
    <message>
        <source>It waited longer than an hour for a worker. It is still in the queue, but others take it for gone.</source>
        <translation>Esperó más de una hora a un proceso. Sigue en la cola, pero otros lo dan por perdido.</translation>
    </message>
    <message>
        <source>A worker is at it, but others take it for gone.</source>
        <translation>Un proceso trabaja en él, pero otros lo dan por perdido.</translation>
    </message>
    <message>
        <source>Another program wrote it without an end.</source>
        <translation>Otro programa lo escribió sin fecha de vencimiento.</translation>
    </message>
    <message>
        <source>Redis lost its data before this job&apos;s hour was over, most likely by a restart or for lack of memory.</source>
        <translation>Redis perdió sus datos antes de cumplirse la hora de este trabajo, lo más probable por un reinicio o por falta de memoria.</translation>
    </message>
    <message>
        <source>Put back in queue</source>
        <translation>Devolver a la cola</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Take out the spare</source>
        <translation>Quitar el sobrante</translation>
    </message>
    <message>
        <source>Renew the status</source>
        <translation>Renovar el estado</translation>
    </message>
    <message>
        <source>Take over the result</source>
        <translation>Tomar el resultado</translation>
    </message>
    <message>
        <source>Let it end in an hour</source>
        <translation>Que venza en una hora</translation>
    </message>
    <message>
        <source>Mark as failed</source>
        <translation>Marcar como fallido</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>There is no month %1</source>
        <translation>No existe el mes %1</translation>
    </message>
    <message>
        <source>There is no day %1</source>
        <translation>No existe el día %1</translation>
    </message>
    <message>
        <source>There is no year %1</source>
        <translation>No existe el año %1</translation>
    </message>
    <message>
        <source>%1 has no %2 %3</source>
        <translation>%1 no tiene %2 de %3</translation>
    </message>
    <message>
        <source>not checked for gaps</source>
        <translation>sin comprobar si falta algo</translation>
    </message>
    <message>
        <source>1 detection missing</source>
        <translation>falta 1 detección</translation>
    </message>
    <message>
        <source>%1 detections missing</source>
        <translation>faltan %1 detecciones</translation>
    </message>
    <message>
        <source>Whether this archive is complete isn&apos;t known</source>
        <translation>No se sabe si este archivo está completo</translation>
    </message>
    <message>
        <source>The archive lacks one detection</source>
        <translation>Al archivo le falta una detección</translation>
    </message>
    <message>
        <source>The archive lacks %1 detections</source>
        <translation>Al archivo le faltan %1 detecciones</translation>
    </message>
    <message>
        <source>The archive lacks %1 of %2 detections</source>
        <translation>Al archivo le faltan %1 de %2 detecciones</translation>
    </message>
    <message>
        <source>The worker that made it doesn&apos;t say what it left out. A Herdbook worker does: let one make it again.</source>
        <translation>El proceso que lo creó no dice qué omitió. Uno de Herdbook sí: haga que uno lo cree de nuevo.</translation>
    </message>
    <message>
        <source>missing.csv in it lists each, with its reason.</source>
        <translation>missing.csv en él enumera cada una, con su motivo.</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (y %2 más)</translation>
    </message>
    <message>
        <source>Waiting, but too late to be made</source>
        <translation>En espera, pero ya es tarde para hacerla</translation>
    </message>
    <message>
        <source>It was to be begun by %1; no worker makes it any more.</source>
        <translation>Debía empezarse antes del %1; ya ningún proceso la hace.</translation>
    </message>
    <message>
        <source>no Herdbook worker&apos;s</source>
        <translation>ningún proceso de Herdbook</translation>
    </message>
    <message>
        <source>a Python worker; none is heard now</source>
        <translation>un proceso de Python; ahora no se oye a ninguno</translation>
    </message>
    <message>
        <source>Processing, perhaps at a Python worker</source>
        <translation>En curso, quizá en un proceso de Python</translation>
    </message>
    <message>
        <source>A Python worker took it; none is heard now. If it has stopped, Celery puts the job back in the queue after up to an hour.</source>
        <translation>Lo tomó un proceso de Python; ahora no se oye a ninguno. Si se ha detenido, Celery devuelve el trabajo a la cola en una hora como máximo.</translation>
    </message>
    <message>
        <source>It was taken by a Python worker, but others take it for gone.</source>
        <translation>Lo tomó un proceso de Python, pero otros lo dan por perdido.</translation>
    </message>
    <message>
        <source>No longer in Redis</source>
        <translation>Ya no está en Redis</translation>
    </message>
    <message>
        <source>No longer in Redis; what became of it isn’t known</source>
        <translation>Ya no está en Redis; no se sabe qué fue de él</translation>
    </message>
    <message>
        <source>No Herdbook worker holds it. Whether a Python worker makes it isn&apos;t known: one that sends no heartbeats can&apos;t be heard. If none is left, cancel the job and run it again.</source>
        <translation>Ningún proceso de Herdbook lo tiene. No se sabe si lo hace uno de Python: a uno que no envía latidos no se le oye. Si no queda ninguno, cancele el trabajo y vuelva a ejecutarlo.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::AnalysisRunner</name>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Buscando cambios</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::BySexTab</name>
    <message>
        <source>Bucks</source>
        <translation>Machos</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Hembras</translation>
    </message>
    <message>
        <source>Fawns</source>
        <translation>Crías</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Best scores by sex</source>
        <translation>Mejores puntajes por sexo</translation>
    </message>
    <message>
        <source>Likeness of the profiles</source>
        <translation>Semejanza de los perfiles</translation>
    </message>
    <message>
        <source>Histogram of best scores, %1</source>
        <translation>Histograma de los mejores puntajes, %1</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet</source>
        <translation>Aún no se ha analizado nada</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 perfil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 perfiles</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>evidencia fuerte</translation>
    </message>
    <message>
        <source>weak evidence: </source>
        <translation>evidencia débil: </translation>
    </message>
    <message>
        <source>no evidence: </source>
        <translation>sin evidencia: </translation>
    </message>
    <message>
        <source>; at %1: %2</source>
        <translation>; en %1: %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ChartPane</name>
    <message>
        <source>Nothing to show</source>
        <translation>Nada que mostrar</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ClassFields</name>
    <message>
        <source>Buck</source>
        <translation>Macho</translation>
    </message>
    <message>
        <source>Doe</source>
        <translation>Hembra</translation>
    </message>
    <message>
        <source>Fawn</source>
        <translation>Cría</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>Maduro</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>Joven</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::CropLoader</name>
    <message>
        <source>The photo isn&apos;t in the database</source>
        <translation>La foto no está en la base de datos</translation>
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
        <translation>¿Cuál?</translation>
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
        <translation>Coincidencias perdidas frente a erróneas</translation>
    </message>
    <message>
        <source>not known: scores of right or of wrong matches are missing</source>
        <translation>no se sabe: faltan puntajes de coincidencias correctas o erróneas</translation>
    </message>
    <message>
        <source>At %1: wrong matches that pass %2, right ones missed %3 (optimistic)</source>
        <translation>En %1: erróneas que pasan %2, correctas perdidas %3 (optimista)</translation>
    </message>
    <message>
        <source>wrong matches that pass (false match rate)</source>
        <translation>coincidencias erróneas que pasan (tasa de falsas coincidencias)</translation>
    </message>
    <message>
        <source>upward: right matches missed (false non-match rate)</source>
        <translation>hacia arriba: correctas perdidas (tasa de falsos rechazos)</translation>
    </message>
    <message>
        <source>%1, optimistic: right matches were selected at ≥ %2</source>
        <translation>%1, optimista: las coincidencias correctas se seleccionaron con ≥ %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::DiagnosisTab</name>
    <message>
        <source>Why are only so few assigned?</source>
        <translation>¿Por qué se asignan tan pocas?</translation>
    </message>
    <message>
        <source>What looks suspicious</source>
        <translation>Qué parece sospechoso</translation>
    </message>
    <message>
        <source>Is the data sound?</source>
        <translation>¿Son fiables los datos?</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Aún no se ha analizado nada.</translation>
    </message>
    <message>
        <source>Also suspicious</source>
        <translation>También sospechoso</translation>
    </message>
    <message>
        <source>At the threshold in force, %1. Each step shows the detections that are left; the dotted part is lost there.</source>
        <translation>Con el umbral vigente, %1. Cada paso muestra las detecciones que quedan; la parte punteada se pierde ahí.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::DistributionTab</name>
    <message>
        <source>best similarity score among the profiles it may match</source>
        <translation>mejor puntaje de semejanza entre los perfiles posibles</translation>
    </message>
    <message>
        <source>Is the embedding sound?</source>
        <translation>¿Sirven los vectores de rasgos?</translation>
    </message>
    <message>
        <source>Histogram of best scores</source>
        <translation>Histograma de los mejores puntajes</translation>
    </message>
    <message>
        <source>Assigned share over the threshold</source>
        <translation>Proporción asignada según el umbral</translation>
    </message>
    <message>
        <source>Wrong share over the threshold</source>
        <translation>Proporción errónea según el umbral</translation>
    </message>
    <message>
        <source>Best scores</source>
        <translation>Mejores puntajes</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportForm</name>
    <message>
        <source>A day is needed, such as %1</source>
        <translation>Hace falta un día, como %1</translation>
    </message>
    <message>
        <source>Not a whole day yet, such as %1</source>
        <translation>Aún no es un día completo, como %1</translation>
    </message>
    <message>
        <source>Which day is meant?</source>
        <translation>¿A qué día se refiere?</translation>
    </message>
    <message>
        <source>Not a day. Type it as %1</source>
        <translation>No es un día. Escríbalo como %1</translation>
    </message>
    <message>
        <source>A range needs two days or more</source>
        <translation>Un período necesita dos días o más</translation>
    </message>
    <message>
        <source>The start must be before the end</source>
        <translation>El inicio debe ser anterior al fin</translation>
    </message>
    <message>
        <source>A range is at most one year</source>
        <translation>Un período es de un año como máximo</translation>
    </message>
    <message>
        <source>This day is still to come</source>
        <translation>Ese día aún no llega</translation>
    </message>
    <message>
        <source>Give the period a name</source>
        <translation>Dé un nombre al período</translation>
    </message>
    <message>
        <source>At most 80 characters, on one line</source>
        <translation>Como máximo 80 caracteres, en una línea</translation>
    </message>
    <message>
        <source>At most 200 characters, on one line</source>
        <translation>Como máximo 200 caracteres, en una línea</translation>
    </message>
    <message>
        <source>128 to 1024 pixels, a whole number</source>
        <translation>De 128 a 1024 píxeles, un número entero</translation>
    </message>
    <message>
        <source>Choose at least one class</source>
        <translation>Elija al menos una clase</translation>
    </message>
    <message>
        <source>Charts, tables or findings are switched off: none of these sections remains</source>
        <translation>Gráficos, tablas o hallazgos están apagados: no queda ninguna de estas secciones</translation>
    </message>
    <message>
        <source>A comparison has two to five periods</source>
        <translation>Una comparación tiene de dos a cinco períodos</translation>
    </message>
    <message>
        <source>Choose at most %1 locations, or all</source>
        <translation>Elija como máximo %1 ubicaciones, o todas</translation>
    </message>
    <message>
        <source>One section is unknown; choose again</source>
        <translation>Una sección es desconocida; elija de nuevo</translation>
    </message>
    <message>
        <source>Choose another logo under Letterhead</source>
        <translation>Elija otro logotipo en “Membrete”</translation>
    </message>
    <message>
        <source>At most 200 characters; see Letterhead</source>
        <translation>Como máximo 200 caracteres; vea “Membrete”</translation>
    </message>
    <message>
        <source>This can&apos;t be used as it is</source>
        <translation>Así no se puede usar</translation>
    </message>
    <message>
        <source>%1 ids; at most %2 fit</source>
        <translation>%1 ID; caben %2 como máximo</translation>
    </message>
    <message>
        <source>No detection id: %1</source>
        <translation>No es un ID de detección: %1</translation>
    </message>
    <message>
        <source>Paste detection ids, one a line</source>
        <translation>Pegue ID de detecciones, uno por línea</translation>
    </message>
    <message>
        <source>Without crops and table the archive holds no data</source>
        <translation>Sin recortes ni tabla el archivo no contiene datos</translation>
    </message>
    <message>
        <source>Put right first: %1</source>
        <translation>Corrija primero: %1</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Aún falta: %1</translation>
    </message>
    <message>
        <source>Waits for Redis; your input is kept</source>
        <translation>Espera a Redis; lo que escribió se conserva</translation>
    </message>
    <message>
        <source>This profile is read-only</source>
        <translation>Este perfil es de solo lectura</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Only key figures, deer and data quality</source>
        <translation>Solo cifras, animales y calidad</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportFormWidget</name>
    <message>
        <source>Make export</source>
        <translation>Crear exportación</translation>
    </message>
    <message>
        <source>New export</source>
        <translation>Nueva exportación</translation>
    </message>
    <message>
        <source>Queued, 8th of 8</source>
        <translation>En cola, 8.º de 8</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
    <message>
        <source>Show the first page as it would be now</source>
        <translation>Mostrar la primera página como sería ahora</translation>
    </message>
    <message>
        <source>Make export (Ctrl+Enter)</source>
        <translation>Crear exportación (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Bring back what stood in the form</source>
        <translation>Recuperar lo que había en el formulario</translation>
    </message>
    <message>
        <source>Put the usual values into the form</source>
        <translation>Poner los valores habituales en el formulario</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportPreview</name>
    <message>
        <source>%1 on %2 at %3</source>
        <translation>%1 en %2 en %3</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 detección</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 detecciones</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>1 location</source>
        <translation>1 ubicación</translation>
    </message>
    <message>
        <source>%1 locations</source>
        <translation>%1 ubicaciones</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ExportsPage</name>
    <message>
        <source>No preview: %1</source>
        <translation>Sin vista previa: %1</translation>
    </message>
    <message>
        <source>Queued, %1 of %2</source>
        <translation>En cola, %1 de %2</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Queued. No worker is ready: %1</source>
        <translation>En cola. Ningún proceso está listo: %1</translation>
    </message>
    <message>
        <source>What the export will hold is counted here as soon as the form is complete.</source>
        <translation>Lo que tendrá la exportación se cuenta aquí en cuanto el formulario esté completo.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Counted at %1; PostgreSQL is away now</source>
        <translation>Contado a las %1; ahora PostgreSQL no responde</translation>
    </message>
    <message>
        <source>Counted at %1; F5 counts anew</source>
        <translation>Contado a las %1; F5 cuenta de nuevo</translation>
    </message>
    <message>
        <source>With an end date of today, %1</source>
        <translation>Con hoy como fin, %1</translation>
    </message>
    <message>
        <source>No detections in this period and of these classes</source>
        <translation>No hay detecciones en este período y de estas clases</translation>
    </message>
    <message>
        <source>: such an export fails.</source>
        <translation>: esa exportación falla.</translation>
    </message>
    <message>
        <source>a ZIP holds at most %1</source>
        <translation>un ZIP admite como máximo %1</translation>
    </message>
    <message>
        <source>about %1, %2</source>
        <translation>cerca de %1, %2</translation>
    </message>
    <message>
        <source>1 image missing</source>
        <translation>falta 1 imagen</translation>
    </message>
    <message>
        <source>%1 images missing</source>
        <translation>faltan %1 imágenes</translation>
    </message>
    <message>
        <source>Show the last</source>
        <translation>Ver la última</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>The form has no fields for what this job asked for; Retry repeats it as it is</source>
        <translation>El formulario no tiene campos para lo que pidió este trabajo; “Reintentar” lo repite tal cual</translation>
    </message>
    <message>
        <source>The form has no fields for what this job asked for</source>
        <translation>El formulario no tiene campos para lo que pidió este trabajo</translation>
    </message>
    <message>
        <source>Of the job %1 isn&apos;t kept; the form has the letterhead of this profile</source>
        <translation>Del trabajo no se conserva: %1; el formulario tiene el membrete de este perfil</translation>
    </message>
    <message>
        <source>The form has the letterhead of this profile, not the job&apos;s</source>
        <translation>El formulario tiene el membrete de este perfil, no el del trabajo</translation>
    </message>
    <message>
        <source>The form has the letterhead of this profile, not the job&apos;s, which was for %1</source>
        <translation>El formulario tiene el membrete de este perfil, no el del trabajo, que era para %1</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Make the export</source>
        <translation>Crear la exportación</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>To the form</source>
        <translation>Al formulario</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Buscar trabajos</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the job&apos;s file</source>
        <translation>Abrir el archivo del trabajo</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Open the file&apos;s folder</source>
        <translation>Abrir la carpeta del archivo</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save the file as</source>
        <translation>Guardar el archivo como</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C / Ctrl+Alt+C</source>
        <translation>Ctrl+Shift+C / Ctrl+Alt+C</translation>
    </message>
    <message>
        <source>Copy rows as text / as CSV</source>
        <translation>Copiar filas como texto / como CSV</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Retry: the same request again</source>
        <translation>Reintentar: la misma solicitud otra vez</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Edit and run again</source>
        <translation>Editar y ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Cancelar el trabajo</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove the job</source>
        <translation>Quitar el trabajo</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo removing, for 6 s</source>
        <translation>Recuperar lo quitado, durante 6 s</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Show or fold the details</source>
        <translation>Mostrar o plegar los detalles</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>Select all jobs shown</source>
        <translation>Seleccionar todos los trabajos mostrados</translation>
    </message>
    <message>
        <source>Counted at %1; PostgreSQL refuses the connection now</source>
        <translation>Contado a las %1; ahora PostgreSQL rechaza la conexión</translation>
    </message>
    <message>
        <source>how many images are there isn’t known</source>
        <translation>no se sabe cuántas imágenes hay</translation>
    </message>
    <message>
        <source>Queued. No worker is online: it is made if one starts within the hour</source>
        <translation>En cola. No hay procesos en línea: se hará si uno inicia en menos de una hora</translation>
    </message>
    <message>
        <source>The id is not in the database</source>
        <translation>El ID no está en la base de datos</translation>
    </message>
    <message>
        <source>None of the ids is in the database</source>
        <translation>Ninguno de los ID está en la base de datos</translation>
    </message>
    <message>
        <source>No detections in this period, of these classes and at these locations</source>
        <translation>No hay detecciones en este período, de estas clases y en estas ubicaciones</translation>
    </message>
    <message>
        <source>%1 of %2 ids found in the database</source>
        <translation>%1 de %2 ID encontrados en la base de datos</translation>
    </message>
    <message>
        <source>: such an export is made all the same.</source>
        <translation>: esa exportación se hace de todos modos.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FigureRow</name>
    <message>
        <source>Detections</source>
        <translation>Detecciones</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Asignadas</translation>
    </message>
    <message>
        <source>Threshold in force</source>
        <translation>Umbral vigente</translation>
    </message>
    <message>
        <source>Wrong among the assigned</source>
        <translation>Erróneas entre asignadas</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recomendado</translation>
    </message>
    <message>
        <source>Why so few?</source>
        <translation>¿Por qué tan pocas?</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Todos los pasos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>not analyzed yet</source>
        <translation>aún sin analizar</translation>
    </message>
    <message>
        <source>%1 eligible, unassigned</source>
        <translation>%1 elegibles, sin asignar</translation>
    </message>
    <message>
        <source>of %1 detections</source>
        <translation>de %1 detecciones</translation>
    </message>
    <message>
        <source>what new photos are assigned by</source>
        <translation>con él se asignan las fotos nuevas</translation>
    </message>
    <message>
        <source>REID_THRESHOLD of the deployment</source>
        <translation>REID_THRESHOLD de la instalación</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>como máximo %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>none assigned</source>
        <translation>ninguna asignada</translation>
    </message>
    <message>
        <source>of %1; an estimate: %2</source>
        <translation>de %1; estimación: %2</translation>
    </message>
    <message>
        <source>%1 at least: they contradict each other</source>
        <translation>al menos %1: se contradicen</translation>
    </message>
    <message>
        <source>the data isn&apos;t sound</source>
        <translation>los datos no son fiables</translation>
    </message>
    <message>
        <source>%1 is itself unsound</source>
        <translation>%1 mismo no es fiable</translation>
    </message>
    <message>
        <source>too little to judge the assigned by</source>
        <translation>muy poco para juzgar las asignadas</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>by the trial of %1</source>
        <translation>por el ensayo del %1</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Estimado</translation>
    </message>
    <message>
        <source>A trial first</source>
        <translation>Primero un ensayo</translation>
    </message>
    <message>
        <source>a candidate; only a trial can certify it</source>
        <translation>un candidato; solo un ensayo puede certificarlo</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Sin número</translation>
    </message>
    <message>
        <source>a trial can still look</source>
        <translation>aún puede mirarlo un ensayo</translation>
    </message>
    <message>
        <source>the card says what is missing</source>
        <translation>la tarjeta dice qué falta</translation>
    </message>
    <message>
        <source>of %1 from %2 on; an estimate: %3; of the other %4 nothing is known</source>
        <translation>de %1 desde %2; estimación: %3; de las otras %4 no se sabe nada</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>En duda</translation>
    </message>
    <message>
        <source>certified, but the estimate contradicts it</source>
        <translation>certificado, pero la estimación lo contradice</translation>
    </message>
    <message>
        <source>not certified; a trial may do that</source>
        <translation>sin certificar; un ensayo quizá pueda hacerlo</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FolderLine</name>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>Liberar %1</translation>
    </message>
    <message>
        <source>Deleting old exports…</source>
        <translation>Eliminando exportaciones antiguas…</translation>
    </message>
    <message>
        <source>Delete for good: %1, %2?</source>
        <translation>¿Eliminar para siempre: %1, %2?</translation>
    </message>
    <message>
        <source>Exports: %1 in %2</source>
        <translation>Exportaciones: %1 en %2</translation>
    </message>
    <message>
        <source>; what could be freed isn&apos;t known without Redis</source>
        <translation>; sin Redis no se sabe cuánto se podría liberar</translation>
    </message>
    <message>
        <source>; %1 could be freed</source>
        <translation>; se podrían liberar %1</translation>
    </message>
    <message>
        <source>; %1 could be freed, but not from here: the folder isn&apos;t writable</source>
        <translation>; se podrían liberar %1, pero no desde aquí: no se puede escribir en la carpeta</translation>
    </message>
    <message>
        <source>Looking at the export folder…</source>
        <translation>Mirando la carpeta de exportación…</translation>
    </message>
    <message>
        <source>Disk use isn&apos;t known: %1</source>
        <translation>No se sabe cuánto ocupa: %1</translation>
    </message>
    <message>
        <source>Freed %1: %2 deleted</source>
        <translation>Se liberaron %1: %2 eliminados</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>No se eliminó nada</translation>
    </message>
    <message>
        <source>; how long workers keep files isn&apos;t known</source>
        <translation>; no se sabe cuánto tiempo conservan los archivos los procesos</translation>
    </message>
    <message>
        <source>; what could be freed isn&apos;t known: the clocks here and of Redis differ</source>
        <translation>; no se sabe cuánto se podría liberar: los relojes de aquí y de Redis difieren</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FormFields</name>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Seasonal PDF</source>
        <translation>PDF temporada</translation>
    </message>
    <message>
        <source>Comparison PDF</source>
        <translation>PDF comparado</translation>
    </message>
    <message>
        <source>ZIP dataset</source>
        <translation>ZIP de datos</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>The ids pasted below decide alone what is exported; period, classes and locations are left out.</source>
        <translation>Solo los ID pegados abajo deciden qué se exporta; período, clases y ubicaciones no cuentan.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Predefinido</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Crops, longest side</source>
        <translation>Recortes, lado mayor</translation>
    </message>
    <message>
        <source>Crop size in pixels</source>
        <translation>Tamaño de los recortes en píxeles</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Metadata table (CSV)</source>
        <translation>Tabla de metadatos (CSV)</translation>
    </message>
    <message>
        <source>Table for Excel (with byte order mark)</source>
        <translation>Tabla para Excel (con BOM)</translation>
    </message>
    <message>
        <source>Camtrap DP</source>
        <translation>Camtrap DP</translation>
    </message>
    <message>
        <source>The exchange standard that GBIF, TRAPPER, Agouti and Wildlife Insights read</source>
        <translation>El estándar de intercambio que leen GBIF, TRAPPER, Agouti y Wildlife Insights</translation>
    </message>
    <message>
        <source>%1 days of at most %2</source>
        <translation>%1 días de %2 como máximo</translation>
    </message>
    <message>
        <source>128 to 1024 pixels, never enlarged</source>
        <translation>De 128 a 1024 píxeles, nunca ampliado</translation>
    </message>
    <message>
        <source>Report with</source>
        <translation>Informe con</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FpirPane</name>
    <message>
        <source>False matches as a share of the unassigned</source>
        <translation>Coincidencias falsas como proporción de las no asignadas</translation>
    </message>
    <message>
        <source>At %1: false matches (FPIR) are %2 of the unassigned, at most %3</source>
        <translation>En %1: las coincidencias falsas (FPIR) son %2 de las no asignadas, como máximo %3</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::FunnelView</name>
    <message>
        <source>Diagnosis funnel</source>
        <translation>Embudo de diagnóstico</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3 lost here</source>
        <translation>%1: %2, aquí se pierden %3</translation>
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
        <translation>Exportar como ZIP</translation>
    </message>
    <message>
        <source>Copy ids</source>
        <translation>Copiar ID</translation>
    </message>
    <message>
        <source>Show the pairs</source>
        <translation>Mostrar los pares</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Enlarge the pair (Space or Enter)</source>
        <translation>Ampliar el par (Espacio o Enter)</translation>
    </message>
    <message>
        <source>Enlarge the pair (Space)</source>
        <translation>Ampliar el par (Espacio)</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 seleccionadas</translation>
    </message>
    <message>
        <source>Enter enlarges, Ctrl+click selects</source>
        <translation>Enter amplía, Ctrl+clic selecciona</translation>
    </message>
    <message>
        <source>Enter selects, Space enlarges</source>
        <translation>Enter selecciona, Espacio amplía</translation>
    </message>
    <message>
        <source>1 id copied</source>
        <translation>1 ID copiado</translation>
    </message>
    <message>
        <source>%1 ids copied</source>
        <translation>%1 ID copiados</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::GalleryPanel</name>
    <message>
        <source>Gallery</source>
        <translation>Galería</translation>
    </message>
    <message>
        <source>Only with picture</source>
        <translation>Solo con imagen</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Bucks</source>
        <translation>Machos</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Hembras</translation>
    </message>
    <message>
        <source>Fawns</source>
        <translation>Crías</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close the gallery</source>
        <translation>Cerrar la galería</translation>
    </message>
    <message>
        <source>%1, looking for pictures</source>
        <translation>%1, buscando imágenes</translation>
    </message>
    <message>
        <source>%1, pictures unknown</source>
        <translation>%1, imágenes desconocidas</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 de %2 a la vista</translation>
    </message>
    <message>
        <source>%1 of %2 have a picture</source>
        <translation>%1 de %2 tienen imagen</translation>
    </message>
    <message>
        <source>; of %1 it isn&apos;t known</source>
        <translation>; de %1 no se sabe</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 foto</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 fotos</translation>
    </message>
    <message>
        <source>%1, %2 detections</source>
        <translation>%1, %2 detecciones</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Score, high first</source>
        <translation>Puntaje, alto primero</translation>
    </message>
    <message>
        <source>Score, low first</source>
        <translation>Puntaje, bajo primero</translation>
    </message>
    <message>
        <source>Closest call first</source>
        <translation>Más reñidas primero</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más nuevas primero</translation>
    </message>
    <message>
        <source>By deer</source>
        <translation>Por animal</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Por lugar</translation>
    </message>
    <message>
        <source>By burst</source>
        <translation>Por ráfaga</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>Tamaño de las fichas</translation>
    </message>
    <message>
        <source>Size of the tiles (+ and -)</source>
        <translation>Tamaño de las fichas (+ y -)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Desde este día</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>Hasta este día</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Desde el día</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>Hasta el día</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Todos los lugares</translation>
    </message>
    <message>
        <source>Not used: %1 can be %2 or %3</source>
        <translation>No se usa: %1 puede ser %2 o %3</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>No se usa: %1</translation>
    </message>
    <message>
        <source>Not used: “%1” is no whole day</source>
        <translation>No se usa: “%1” no es un día completo</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nada que mostrar</translation>
    </message>
    <message>
        <source>Where are the photos?</source>
        <translation>¿Dónde están las fotos?</translation>
    </message>
    <message>
        <source>None of %1 fits</source>
        <translation>Ninguna de %1 cumple</translation>
    </message>
    <message>
        <source>None of %1 is known to have a picture here</source>
        <translation>De ninguna de las %1 se sabe que tenga imagen aquí</translation>
    </message>
    <message>
        <source>None of %1 has a picture here</source>
        <translation>Ninguna de las %1 tiene imagen aquí</translation>
    </message>
    <message>
        <source>Say where they are, or untick “%1”.</source>
        <translation>Indique dónde están o desmarque “%1”.</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Más antiguas primero</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sin grupos</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Por puntaje</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::GallerySets</name>
    <message>
        <source>From %1 up</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>All detections</source>
        <translation>Todas las detecciones</translation>
    </message>
    <message>
        <source>Lost in the funnel</source>
        <translation>Perdidas en el embudo</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>Perhaps one animal</source>
        <translation>Quizá un solo animal</translation>
    </message>
    <message>
        <source>Perhaps the wrong sex</source>
        <translation>Quizá el sexo equivocado</translation>
    </message>
    <message>
        <source>One animal&apos;s burst with two deer</source>
        <translation>Ráfaga de un animal con dos perfiles</translation>
    </message>
    <message>
        <source>One deer twice in a photo</source>
        <translation>Un perfil dos veces en una foto</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::GalleryView</name>
    <message>
        <source>Left / Right / Up / Down</source>
        <translation>Izquierda / Derecha / Arriba / Abajo</translation>
    </message>
    <message>
        <source>Another pair; PgUp and PgDown a page</source>
        <translation>Otro par; PgUp y PgDown, una página</translation>
    </message>
    <message>
        <source>Home / End</source>
        <translation>Home / End</translation>
    </message>
    <message>
        <source>The first / last pair</source>
        <translation>El primer / último par</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select or unselect the pair</source>
        <translation>Seleccionar el par o no</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the ids</source>
        <translation>Copiar los ID</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Enlarge the pair</source>
        <translation>Ampliar el par</translation>
    </message>
    <message>
        <source>Size of the tiles (also Ctrl+wheel)</source>
        <translation>Tamaño de las fichas (también Ctrl+rueda)</translation>
    </message>
    <message>
        <source>G / Shift+G</source>
        <translation>G / Shift+G</translation>
    </message>
    <message>
        <source>Fold a group / unfold all</source>
        <translation>Plegar un grupo / desplegar todos</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close the gallery</source>
        <translation>Cerrar la galería</translation>
    </message>
    <message>
        <source>image missing</source>
        <translation>falta la imagen</translation>
    </message>
    <message>
        <source>image not read</source>
        <translation>imagen no leída</translation>
    </message>
    <message>
        <source>image unusable</source>
        <translation>imagen inutilizable</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>sin foto</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 de ventaja</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Detecciones</translation>
    </message>
    <message>
        <source>Detection %1</source>
        <translation>Detección %1</translation>
    </message>
    <message>
        <source>score %1 with %2</source>
        <translation>puntaje %1 con %2</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>puntaje %1</translation>
    </message>
    <message>
        <source>%1 ahead of the next deer</source>
        <translation>%1 de ventaja sobre el siguiente animal</translation>
    </message>
    <message>
        <source>Shift+arrow / Shift+click</source>
        <translation>Shift+flecha / Shift+clic</translation>
    </message>
    <message>
        <source>Select from here to there; also Shift+PgUp, PgDn, Home, End</source>
        <translation>Seleccionar de aquí hasta allí; también Shift+PgUp, PgDn, Home, End</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::HistogramPane</name>
    <message>
        <source>certified %1</source>
        <translation>certificado %1</translation>
    </message>
    <message>
        <source>to be tried %1</source>
        <translation>por ensayar %1</translation>
    </message>
    <message>
        <source>recommended %1</source>
        <translation>recomendado %1</translation>
    </message>
    <message>
        <source>%1, and so all: %2</source>
        <translation>%1 y así todos: %2</translation>
    </message>
    <message>
        <source>strangers would score</source>
        <translation>puntajes de extraños</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>asignadas</translation>
    </message>
    <message>
        <source>density</source>
        <translation>densidad</translation>
    </message>
    <message>
        <source>natural breaks</source>
        <translation>cortes naturales</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>sin asignar</translation>
    </message>
    <message>
        <source>assigned, selected at ≥ %1</source>
        <translation>asignadas, seleccionadas con ≥ %1</translation>
    </message>
    <message>
        <source>% per 0.01</source>
        <translation>% por 0.01</translation>
    </message>
    <message>
        <source>cluster %1, %2%</source>
        <translation>grupo %1, %2%</translation>
    </message>
    <message>
        <source>in force %1</source>
        <translation>vigente %1</translation>
    </message>
    <message>
        <source>%1 alone %2</source>
        <translation>solo %1 %2</translation>
    </message>
    <message>
        <source>Strangers would score</source>
        <translation>Puntajes de extraños</translation>
    </message>
    <message>
        <source>deer with no profile</source>
        <translation>animales sin perfil</translation>
    </message>
    <message>
        <source>Best score %1 to %2</source>
        <translation>Mejor puntaje %1 a %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 de %3</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::IntegrityList</name>
    <message>
        <source>pass</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>advertencia</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>falla</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>no aplica</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Aún no se ha analizado nada.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>Deer: %1</source>
        <translation>Animales: %1</translation>
    </message>
    <message>
        <source>Show the pairs</source>
        <translation>Mostrar los pares</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>y más</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobActionBar</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save %1…</source>
        <translation>Guardar %1…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Copy %1 links</source>
        <translation>Copiar %1 enlaces</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>Cancelar %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>Reintentar %1</translation>
    </message>
    <message>
        <source>Edit and run again</source>
        <translation>Editar y ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Mend %1</source>
        <translation>Reparar %1</translation>
    </message>
    <message>
        <source>Reading the jobs…</source>
        <translation>Leyendo los trabajos…</translation>
    </message>
    <message>
        <source>Jobs not read yet</source>
        <translation>Trabajos aún no leídos</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 trabajo</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 trabajos</translation>
    </message>
    <message>
        <source>All %1 selected</source>
        <translation>Los %1 seleccionados</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 de %2 seleccionados</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Waits for Redis</source>
        <translation>Espera a Redis</translation>
    </message>
    <message>
        <source>Not as it was: %1 isn&apos;t kept with the job</source>
        <translation>No tal como era: con el trabajo no se conserva %1</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobDelegate</name>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobDetails</name>
    <message>
        <source>Where are the photos?</source>
        <translation>¿Dónde están las fotos?</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Ningún trabajo seleccionado</translation>
    </message>
    <message>
        <source>Details of a job stand here when you choose one above.</source>
        <translation>Los detalles de un trabajo aparecen aquí cuando elige uno arriba.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Workers look for the photos in a folder of their own. This opens the one that is set for this computer.</source>
        <translation>Los procesos buscan las fotos en una carpeta propia. Esto abre la que está configurada para este equipo.</translation>
    </message>
    <message>
        <source>Copy all details</source>
        <translation>Copiar todos los detalles</translation>
    </message>
    <message>
        <source>Copy all details as text</source>
        <translation>Copiar todos los detalles como texto</translation>
    </message>
    <message>
        <source>Fold the details (Space)</source>
        <translation>Plegar los detalles (Espacio)</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>La exportación</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Solicitado</translation>
    </message>
    <message>
        <source>The export as it was at %1</source>
        <translation>La exportación como era a las %1</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>, para %1</translation>
    </message>
    <message>
        <source>, made %1</source>
        <translation>, hecho %1</translation>
    </message>
    <message>
        <source>No worker is online</source>
        <translation>Ningún proceso está en línea</translation>
    </message>
    <message>
        <source>No worker is ready</source>
        <translation>Ningún proceso está listo</translation>
    </message>
    <message>
        <source>Waits for Redis</source>
        <translation>Espera a Redis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Datos técnicos</translation>
    </message>
    <message>
        <source>Start one (herdbook-worker), or ask who runs the deployment; the export is made if one starts by %1.</source>
        <translation>Inicie uno (herdbook-worker) o pregunte a quien administra la instalación; la exportación se hace si uno inicia antes del %1.</translation>
    </message>
    <message>
        <source>Start one (herdbook-worker), or ask who runs the deployment.</source>
        <translation>Inicie uno (herdbook-worker) o pregunte a quien administra la instalación.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobFiles</name>
    <message>
        <source>Save in</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>PDF reports (*.pdf)</source>
        <translation>Informes PDF (*.pdf)</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>Archivos ZIP (*.zip)</translation>
    </message>
    <message>
        <source>Saved as %1 in %2</source>
        <translation>Guardado como %1 en %2</translation>
    </message>
    <message>
        <source>. Only its size could be compared with what was made</source>
        <translation>. Solo se pudo comparar su tamaño con lo que se hizo</translation>
    </message>
    <message>
        <source>. Nothing is known to compare it with</source>
        <translation>. No se conoce nada con qué compararlo</translation>
    </message>
    <message>
        <source>Nothing copied: without a web address, and with no export folder that answers, there is no link. Both are under Connection</source>
        <translation>No se copió nada: sin dirección web y sin una carpeta de exportación que responda no hay enlace. Ambas están en Conexión</translation>
    </message>
    <message>
        <source>Not copied: the clipboard didn&apos;t take it</source>
        <translation>No se copió: el portapapeles no lo aceptó</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Enlace copiado</translation>
    </message>
    <message>
        <source>%1 links copied</source>
        <translation>%1 enlaces copiados</translation>
    </message>
    <message>
        <source>Copied where %1 on this machine. A link for others needs the web address, under Connection</source>
        <translation>Se copió dónde %1 en este equipo. Un enlace para otros necesita la dirección web, en Conexión</translation>
    </message>
    <message>
        <source>the file is</source>
        <translation>está el archivo</translation>
    </message>
    <message>
        <source>%1 files are</source>
        <translation>están %1 archivos</translation>
    </message>
    <message>
        <source>No program on this machine opens %1 files</source>
        <translation>Ningún programa de esta máquina abre archivos %1</translation>
    </message>
    <message>
        <source>Not all is saved yet: the disk hasn&apos;t answered for %1 s</source>
        <translation>Aún no está todo guardado: el disco no responde desde hace %1 s</translation>
    </message>
    <message>
        <source>%1 is being downloaded already</source>
        <translation>%1 ya se está descargando</translation>
    </message>
    <message>
        <source>%1 can&apos;t be downloaded</source>
        <translation>%1 no se puede descargar</translation>
    </message>
    <message>
        <source>%1 of %2 files saved in %3. %4</source>
        <translation>%1 de %2 archivos guardados en %3. %4</translation>
    </message>
    <message>
        <source>%1 files saved in %2</source>
        <translation>%1 archivos guardados en %2</translation>
    </message>
    <message>
        <source>. Not all could be compared fully with what was made</source>
        <translation>. No todos se pudieron comparar por completo con lo que se hizo</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobNotifier</name>
    <message>
        <source>Export ended, but something is wrong</source>
        <translation>La exportación terminó, pero algo está mal</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export ready, but incomplete</source>
        <translation>Exportación lista, pero incompleta</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Export ready</source>
        <translation>Exportación lista</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>La exportación falló</translation>
    </message>
    <message>
        <source>Export lost</source>
        <translation>Exportación perdida</translation>
    </message>
    <message>
        <source>%1: Redis lost its data</source>
        <translation>%1: Redis perdió sus datos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>1 export ready</source>
        <translation>1 exportación lista</translation>
    </message>
    <message>
        <source>%1 exports ready</source>
        <translation>%1 exportaciones listas</translation>
    </message>
    <message>
        <source>1 export incomplete</source>
        <translation>1 exportación incompleta</translation>
    </message>
    <message>
        <source>%1 exports incomplete</source>
        <translation>%1 exportaciones incompletas</translation>
    </message>
    <message>
        <source>1 export with something wrong</source>
        <translation>1 exportación con algún problema</translation>
    </message>
    <message>
        <source>%1 exports with something wrong</source>
        <translation>%1 exportaciones con algún problema</translation>
    </message>
    <message>
        <source>1 export failed</source>
        <translation>1 exportación falló</translation>
    </message>
    <message>
        <source>%1 exports failed</source>
        <translation>%1 exportaciones fallaron</translation>
    </message>
    <message>
        <source>1 export not checked for gaps</source>
        <translation>1 exportación sin comprobar si falta algo</translation>
    </message>
    <message>
        <source>%1 exports not checked for gaps</source>
        <translation>%1 exportaciones sin comprobar si falta algo</translation>
    </message>
    <message>
        <source>Export ended</source>
        <translation>Exportación terminada</translation>
    </message>
    <message>
        <source>%1: whether its file is there isn’t known</source>
        <translation>%1: no se sabe si su archivo está</translation>
    </message>
    <message>
        <source>1 export whose file can’t be seen</source>
        <translation>1 exportación cuyo archivo no se puede ver</translation>
    </message>
    <message>
        <source>%1 exports whose files can’t be seen</source>
        <translation>%1 exportaciones cuyos archivos no se pueden ver</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobTable</name>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Columnas habituales</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Vence en</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobTableModel</name>
    <message>
        <source>, %1 percent</source>
        <translation>, %1 por ciento</translation>
    </message>
    <message>
        <source>, expires soon, can still be saved</source>
        <translation>, vence pronto, aún se puede guardar</translation>
    </message>
    <message>
        <source>Asked for on %1</source>
        <translation>Solicitado el %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>State and progress</source>
        <translation>Estado y progreso</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Vence en</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobsController</name>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>%1 jobs cancelled</source>
        <translation>%1 trabajos cancelados</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Queued again</source>
        <translation>De nuevo en cola</translation>
    </message>
    <message>
        <source>%1 jobs queued again</source>
        <translation>%1 trabajos de nuevo en cola</translation>
    </message>
    <message>
        <source>: done</source>
        <translation>: hecho</translation>
    </message>
    <message>
        <source>%1 jobs put right</source>
        <translation>%1 trabajos corregidos</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>Se quitó %1</translation>
    </message>
    <message>
        <source>Removed %1 jobs</source>
        <translation>Se quitaron %1 trabajos</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 de %2 hechos</translation>
    </message>
    <message>
        <source>, %1 not tried</source>
        <translation>, %1 sin intentar</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::JobsPanel</name>
    <message>
        <source>Whose jobs</source>
        <translation>De quién son los trabajos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Míos</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Buscar trabajos</translation>
    </message>
    <message>
        <source>Shown %1</source>
        <translation>A la vista %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todos %1</translation>
    </message>
    <message>
        <source>Redis holds about %1 more jobs than are listed here. Which ones are listed is Redis&apos;s choice, not the newest; counts and search leave the others out.</source>
        <translation>Redis tiene unos %1 trabajos más de los que se ven aquí. Cuáles se ven lo decide Redis; no son los más nuevos. Las cantidades y la búsqueda dejan fuera los demás.</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Míos %1</translation>
    </message>
    <message>
        <source>Files not looked at since %1: the export folder doesn&apos;t answer. Whether they are there isn&apos;t known.</source>
        <translation>Archivos sin mirar desde %1: la carpeta de exportación no responde. No se sabe si están ahí.</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 nuevos</translation>
    </message>
    <message>
        <source>Show 1 new job</source>
        <translation>Mostrar 1 trabajo nuevo</translation>
    </message>
    <message>
        <source>Show %1 new jobs</source>
        <translation>Mostrar %1 trabajos nuevos</translation>
    </message>
    <message>
        <source>Jobs that Redis no longer holds may be missing here. %1</source>
        <translation>Pueden faltar aquí trabajos que Redis ya no tiene. %1</translation>
    </message>
    <message>
        <source>The only job doesn&apos;t match</source>
        <translation>El único trabajo no coincide</translation>
    </message>
    <message>
        <source>None of %1 jobs match</source>
        <translation>Ninguno de %1 trabajos coincide</translation>
    </message>
    <message>
        <source>No jobs to show yet</source>
        <translation>Aún no hay trabajos que mostrar</translation>
    </message>
    <message>
        <source>They appear as soon as Redis answers.</source>
        <translation>Aparecen en cuanto Redis responda.</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Aún no hay trabajos</translation>
    </message>
    <message>
        <source>What you ask for on the left appears here.</source>
        <translation>Lo que pida a la izquierda aparece aquí.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>As it was at %1</source>
        <translation>Como estaba: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Waiting or running</source>
        <translation>En espera o en curso</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>No longer in Redis</source>
        <translation>Ya no está en Redis</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Show or fold the details</source>
        <translation>Mostrar o plegar los detalles</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 fila copiada</translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation>%1 filas copiadas</translation>
    </message>
    <message>
        <source>Title, kind, id</source>
        <translation>Título, tipo, ID</translation>
    </message>
    <message>
        <source>No program opens the folder %1</source>
        <translation>Ningún programa abre la carpeta %1</translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation>Copiar su ruta</translation>
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
        <translation>Escala logarítmica (L)</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Bins over the range shown, %1 to %2, or auto: Freedman and Diaconis&apos; rule for each layer</source>
        <translation>Barras en el rango mostrado, %1 a %2, o auto: la regla de Freedman y Diaconis para cada capa</translation>
    </message>
    <message>
        <source>Type a whole number from %1 to %2, or auto</source>
        <translation>Escriba un número entero de %1 a %2, o auto</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::LayerSwitch</name>
    <message>
        <source>Own-profile scores of the assigned: selected at the threshold in force, so its left edge is an artifact</source>
        <translation>Puntajes de las asignadas con su propio perfil: seleccionadas con el umbral vigente, así que su borde izquierdo es artificial</translation>
    </message>
    <message>
        <source>What deer with no profile would score, found by searching for detections of the other sex</source>
        <translation>Qué puntaje tendrían animales sin perfil, hallado al buscar detecciones del otro sexo</translation>
    </message>
    <message>
        <source>Kernel density of the unassigned, bandwidth by the improved Sheather-Jones rule</source>
        <translation>Densidad de núcleo de las no asignadas, ancho de banda según la regla mejorada de Sheather y Jones</translation>
    </message>
    <message>
        <source>Valleys of the density: description only, never a reason for a threshold</source>
        <translation>Valles de la densidad: solo descripción, nunca motivo para un umbral</translation>
    </message>
    <message>
        <source>Best scores of the unassigned detections</source>
        <translation>Mejores puntajes de las detecciones sin asignar</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::LetterheadDialog</name>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>it can&apos;t be drawn</source>
        <translation>no se puede dibujar</translation>
    </message>
    <message>
        <source>A logo is a PNG, or an SVG without references; %1</source>
        <translation>Un logotipo es un PNG, o un SVG sin referencias; %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Letterhead of this profile</source>
        <translation>Membrete de este perfil</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Footer line</source>
        <translation>Pie de página</translation>
    </message>
    <message>
        <source>For reports without a title of their own</source>
        <translation>Para informes sin título propio</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Imágenes (*.png *.svg)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::MoreFields</name>
    <message>
        <source>Key figures</source>
        <translation>Cifras clave</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Activity by hour</source>
        <translation>Actividad por hora</translation>
    </message>
    <message>
        <source>Locations and map</source>
        <translation>Ubicaciones y mapa</translation>
    </message>
    <message>
        <source>Known deer</source>
        <translation>Animales conocidos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Calidad de los datos</translation>
    </message>
    <message>
        <source>Phase of the moon</source>
        <translation>Fase de la luna</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Ubicaciones</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Letterhead…</source>
        <translation>Membrete…</translation>
    </message>
    <message>
        <source>Client, logo and footer of the reports from this database</source>
        <translation>Cliente, logotipo y pie de los informes de esta base de datos</translation>
    </message>
    <message>
        <source>Sections of the report, in their order</source>
        <translation>Secciones del informe, en su orden</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Detection ids</source>
        <translation>ID de detecciones</translation>
    </message>
    <message>
        <source>Paste ids, one a line; the period is left out then</source>
        <translation>Pegue ID, uno por línea; entonces el período no cuenta</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>All locations</source>
        <translation>Todas las ubicaciones</translation>
    </message>
    <message>
        <source>As read before: %1</source>
        <translation>Como se leyó antes: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>The database has no locations</source>
        <translation>La base de datos no tiene ubicaciones</translation>
    </message>
    <message>
        <source>%1 chosen, not in this database</source>
        <translation>%1 elegidas, no en esta base de datos</translation>
    </message>
    <message>
        <source>%1 chosen, %2 not in this database</source>
        <translation>%1 elegidas, %2 no en esta base de datos</translation>
    </message>
    <message>
        <source>1 location chosen</source>
        <translation>1 ubicación elegida</translation>
    </message>
    <message>
        <source>%1 locations chosen</source>
        <translation>%1 ubicaciones elegidas</translation>
    </message>
    <message>
        <source>German was asked for; reports are written in English, and say so.</source>
        <translation>Se pidió alemán; los informes se escriben en inglés y lo dicen.</translation>
    </message>
    <message>
        <source>Spanish was asked for; reports are written in English, and say so.</source>
        <translation>Se pidió español; los informes se escriben en inglés y lo dicen.</translation>
    </message>
    <message>
        <source>Locations: %1</source>
        <translation>Ubicaciones: %1</translation>
    </message>
    <message>
        <source>It is made even where there are no detections.</source>
        <translation>Se hace aunque no haya detecciones.</translation>
    </message>
    <message>
        <source>Its days are those of %1.</source>
        <translation>Sus días son los de %1.</translation>
    </message>
    <message>
        <source>None checked: the usual report, with what is checked above.</source>
        <translation>Nada marcado: el informe habitual, con lo marcado arriba.</translation>
    </message>
    <message>
        <source>Only these, in this order, without what isn&apos;t checked above.</source>
        <translation>Solo estas, en este orden, sin lo que no está marcado arriba.</translation>
    </message>
    <message>
        <source>1 id</source>
        <translation>1 ID</translation>
    </message>
    <message>
        <source>%1 ids</source>
        <translation>%1 ID</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::NextStepsCard</name>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Copy this for the maintainer</source>
        <translation>Copiar para el encargado</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::Notice</name>
    <message>
        <source>Saved so far</source>
        <translation>Guardado hasta ahora</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Cerrar el aviso</translation>
    </message>
    <message>
        <source>Saving, %1%</source>
        <translation>Guardando, %1%</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::OfflineBar</name>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ya</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Conexión…</translation>
    </message>
    <message>
        <source>Back after %1</source>
        <translation>De vuelta tras %1</translation>
    </message>
    <message>
        <source>Jobs a worker already holds go on.</source>
        <translation>Los trabajos que ya tiene un proceso continúan.</translation>
    </message>
    <message>
        <source>Redis refuses the connection since %1.</source>
        <translation>Redis rechaza la conexión desde %1.</translation>
    </message>
    <message>
        <source>Redis unreachable since %1.</source>
        <translation>Redis no responde desde %1.</translation>
    </message>
    <message>
        <source>Next try in %1 s. %2</source>
        <translation>Próximo intento en %1 s. %2</translation>
    </message>
    <message>
        <source>Trying now. %1</source>
        <translation>Intentando ahora. %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PageHeader</name>
    <message>
        <source>Analyze</source>
        <translation>Analizar</translation>
    </message>
    <message>
        <source>Re-ID</source>
        <translation>Re-ID</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Charts as %1…</source>
        <translation>Gráficos como %1…</translation>
    </message>
    <message>
        <source>Copy the charts</source>
        <translation>Copiar los gráficos</translation>
    </message>
    <message>
        <source>Copy the settings line</source>
        <translation>Copiar la línea de ajuste</translation>
    </message>
    <message>
        <source>Analyze to see how well the automatic re-identification does.</source>
        <translation>Analice para ver qué tan bien funciona la reidentificación automática.</translation>
    </message>
    <message>
        <source>Analyze again</source>
        <translation>Analizar de nuevo</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 perfil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 perfiles</translation>
    </message>
    <message>
        <source>, analyzed %1 in %2 s</source>
        <translation>, analizados %1 en %2 s</translation>
    </message>
    <message>
        <source>the result of %1</source>
        <translation>el resultado de %1</translation>
    </message>
    <message>
        <source>1 detection</source>
        <translation>1 detección</translation>
    </message>
    <message>
        <source>%1 detections</source>
        <translation>%1 detecciones</translation>
    </message>
    <message>
        <source>, %1 assigned at %2, </source>
        <translation>, %1 asignadas con %2, </translation>
    </message>
    <message>
        <source>out of date: the result of %1</source>
        <translation>desactualizado: el resultado de %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PagePopup</name>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
    <message>
        <source>Making the first page…</source>
        <translation>Creando la primera página…</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PairView</name>
    <message>
        <source>Mirrored</source>
        <translation>Reflejada</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Night contrast</source>
        <translation>Contraste nocturno</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Recuadro</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Seleccionado</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Looking here decides nothing and is not recorded; a trial does that.</source>
        <translation>Mirar aquí no decide nada ni se registra; eso lo hace un ensayo.</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Par anterior</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Par siguiente</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Both pictures zoom and move together</source>
        <translation>Ambas imágenes se amplían y se mueven juntas</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>¿%1?</translation>
    </message>
    <message>
        <source>The same deer?</source>
        <translation>¿El mismo animal?</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>puntaje %1</translation>
    </message>
    <message>
        <source>%1 ahead of the next deer, %2</source>
        <translation>%1 de ventaja sobre el siguiente animal, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>This detection</source>
        <translation>Esta detección</translation>
    </message>
    <message>
        <source>as the camera saw it</source>
        <translation>como la vio la cámara</translation>
    </message>
    <message>
        <source>Same burst</source>
        <translation>Misma ráfaga</translation>
    </message>
    <message>
        <source>%1: founder, then over its time</source>
        <translation>%1: fundadora, luego a lo largo de su tiempo</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Next closest: %1, %2</source>
        <translation>El siguiente: %1, %2</translation>
    </message>
    <message>
        <source>the next closest deer, for comparison</source>
        <translation>el siguiente animal más parecido, para comparar</translation>
    </message>
    <message>
        <source>The other detection</source>
        <translation>La otra detección</translation>
    </message>
    <message>
        <source>the founder of the profile</source>
        <translation>la fundadora del perfil</translation>
    </message>
    <message>
        <source>another photo of the profile</source>
        <translation>otra foto del perfil</translation>
    </message>
    <message>
        <source>No picture is known</source>
        <translation>No se conoce ninguna imagen</translation>
    </message>
    <message>
        <source>Looking for the picture</source>
        <translation>Buscando la foto</translation>
    </message>
    <message>
        <source>Where the picture is isn&apos;t known</source>
        <translation>No se sabe dónde está la foto</translation>
    </message>
    <message>
        <source>The picture can&apos;t be shown</source>
        <translation>La foto no se puede mostrar</translation>
    </message>
    <message>
        <source>The picture is missing</source>
        <translation>Falta la imagen</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>Izquierda / Derecha</translation>
    </message>
    <message>
        <source>The pair before / after (also Up, Down and Space)</source>
        <translation>El par anterior / siguiente (también Arriba, Abajo y Espacio)</translation>
    </message>
    <message>
        <source>Home / End</source>
        <translation>Home / End</translation>
    </message>
    <message>
        <source>The first / last pair</source>
        <translation>El primer / último par</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select or unselect the pair</source>
        <translation>Seleccionar el par o no</translation>
    </message>
    <message>
        <source>Bring a small photo to the right pane</source>
        <translation>Llevar una foto pequeña al panel derecho</translation>
    </message>
    <message>
        <source>Mirrored view of the right photo on or off</source>
        <translation>Foto derecha reflejada o no</translation>
    </message>
    <message>
        <source>Night contrast on or off</source>
        <translation>Contraste nocturno sí o no</translation>
    </message>
    <message>
        <source>Boxes on or off</source>
        <translation>Recuadros sí o no</translation>
    </message>
    <message>
        <source>Larger / smaller / as at first</source>
        <translation>Más grande / más pequeño / como al inicio</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
    <message>
        <source>Back to the pairs</source>
        <translation>Volver a los pares</translation>
    </message>
    <message>
        <source>%1: closest photo, then over its time</source>
        <translation>%1: foto más parecida, luego a lo largo de su tiempo</translation>
    </message>
    <message>
        <source>the photo closest to the profile</source>
        <translation>la foto más parecida al perfil</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PdfViewer</name>
    <message>
        <source>Pages of the document</source>
        <translation>Páginas del documento</translation>
    </message>
    <message>
        <source>Page back (Page Up)</source>
        <translation>Página anterior (Page Up)</translation>
    </message>
    <message>
        <source>Page on (Page Down)</source>
        <translation>Página siguiente (Page Down)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Más pequeño (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Más grande (+)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>Ajustar al ancho (0)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save the document (Ctrl+S)</source>
        <translation>Guardar el documento (Ctrl+S)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Print the document (Ctrl+P)</source>
        <translation>Imprimir el documento (Ctrl+P)</translation>
    </message>
    <message>
        <source>The document can&apos;t be shown: it is no whole PDF.</source>
        <translation>No se puede mostrar el documento: no es un PDF completo.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>%1: its disk doesn&apos;t answer</source>
        <translation>%1: su disco no responde</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Guardar el documento</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No guardado: %1</translation>
    </message>
    <message>
        <source>Not printed: the printer didn&apos;t take the document</source>
        <translation>No impreso: la impresora no aceptó el documento</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PeriodFields</name>
    <message>
        <source>Add period</source>
        <translation>Agregar período</translation>
    </message>
    <message>
        <source>Periods to compare</source>
        <translation>Períodos por comparar</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Predefinido</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>Período %1</translation>
    </message>
    <message>
        <source>%1 name</source>
        <translation>Nombre de %1</translation>
    </message>
    <message>
        <source>Take this period away</source>
        <translation>Quitar este período</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Own periods</source>
        <translation>Períodos propios</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PictureIndex</name>
    <message>
        <source>Stopped looking for pictures</source>
        <translation>Se dejó de buscar imágenes</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PresetBox</name>
    <message>
        <source>Preset</source>
        <translation>Predefinido</translation>
    </message>
    <message>
        <source>Own dates</source>
        <translation>Fechas propias</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::PreviewBox</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::RatePane</name>
    <message>
        <source>goal %1%, %2% more than now</source>
        <translation>meta %1%, %2% más que ahora</translation>
    </message>
    <message>
        <source>Assigned, share of %L1 detections</source>
        <translation>Asignadas, proporción de %L1 detecciones</translation>
    </message>
    <message>
        <source>At %1: %L2 of %L3 detections assigned (%4%), %L5 of them new</source>
        <translation>En %1: %L2 de %L3 detecciones asignadas (%4%), %L5 de ellas nuevas</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::RawStatus</name>
    <message>
        <source>Technical</source>
        <translation>Datos técnicos</translation>
    </message>
    <message>
        <source>What Redis and the workers say, by their names for it</source>
        <translation>Lo que dicen Redis y los procesos, con sus propios nombres</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar ID</translation>
    </message>
    <message>
        <source>Copy the job id</source>
        <translation>Copiar el ID del trabajo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the status key&apos;s value</source>
        <translation>Copiar el valor de la clave de estado</translation>
    </message>
    <message>
        <source>Status key as it is in Redis</source>
        <translation>Clave de estado como está en Redis</translation>
    </message>
    <message>
        <source>No status key</source>
        <translation>Sin clave de estado</translation>
    </message>
    <message>
        <source>Status key as last read</source>
        <translation>Clave de estado como se leyó por última vez</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>job id, status key, worker, attempts, JSON</source>
        <translation>ID del trabajo, clave de estado, proceso, intentos, JSON</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::RecommendationCard</name>
    <message>
        <source>%1 meet the goal nowhere</source>
        <translation>%1 no alcanzan la meta en ningún punto</translation>
    </message>
    <message>
        <source>%1 meet the goal at %2 only</source>
        <translation>%1 alcanzan la meta solo en %2</translation>
    </message>
    <message>
        <source>%1 already at %2</source>
        <translation>%1 ya en %2</translation>
    </message>
    <message>
        <source>Certified %1</source>
        <translation>Certificado %1</translation>
    </message>
    <message>
        <source>Estimated, not certified</source>
        <translation>Estimado, no certificado</translation>
    </message>
    <message>
        <source>A trial first</source>
        <translation>Primero un ensayo</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Sin número</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <source>from nothing</source>
        <translation>desde cero</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, como máximo %2</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>Por qué.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>No se sabe.</translation>
    </message>
    <message>
        <source>Try it in a trial…</source>
        <translation>Probarlo en un ensayo…</translation>
    </message>
    <message>
        <source>Full reason</source>
        <translation>Motivo completo</translation>
    </message>
    <message>
        <source>Not analyzed</source>
        <translation>Sin analizar</translation>
    </message>
    <message>
        <source>Analyze to learn which threshold can be defended.</source>
        <translation>Analice para saber qué umbral se puede defender.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>instead of %1</source>
        <translation>en vez de %1</translation>
    </message>
    <message>
        <source>Try %1 in a trial…</source>
        <translation>Probar %1 en un ensayo…</translation>
    </message>
    <message>
        <source>What is missing.</source>
        <translation>Qué falta.</translation>
    </message>
    <message>
        <source>Only people who look can tell whether %1 would do.</source>
        <translation>Solo personas que miren pueden decir si %1 serviría.</translation>
    </message>
    <message>
        <source>No threshold can be defended on this data.</source>
        <translation>Con estos datos no se puede defender ningún umbral.</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>cumple</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>no cumple</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>como máximo %1</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>sin evidencia</translation>
    </message>
    <message>
        <source>weak evidence</source>
        <translation>evidencia débil</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>evidencia fuerte</translation>
    </message>
    <message>
        <source>Certified, in doubt</source>
        <translation>Certificado, en duda</translation>
    </message>
    <message>
        <source>up to %1% in one sex alone:</source>
        <translation>hasta un %1% en un solo sexo:</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ReidPage</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribución</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Equilibrio</translation>
    </message>
    <message>
        <source>By sex</source>
        <translation>Por sexo</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>No guardado.</translation>
    </message>
    <message>
        <source>Full reason</source>
        <translation>Motivo completo</translation>
    </message>
    <message>
        <source>Analyzing.</source>
        <translation>Analizando.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 de %3</translation>
    </message>
    <message>
        <source>The analysis failed.</source>
        <translation>El análisis falló.</translation>
    </message>
    <message>
        <source>%1. It is tried again by itself.</source>
        <translation>%1. Se reintenta por sí solo.</translation>
    </message>
    <message>
        <source>Diagnosis (%1)</source>
        <translation>Diagnóstico (%1)</translation>
    </message>
    <message>
        <source>Checks with a warning or failure: %1</source>
        <translation>Controles con advertencia o falla: %1</translation>
    </message>
    <message>
        <source>Analyze</source>
        <translation>Analizar</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>Izquierda / Derecha</translation>
    </message>
    <message>
        <source>Move the threshold by 0.005 (Shift 0.0005, Ctrl 0.05)</source>
        <translation>Mover el umbral 0.005 (Shift 0.0005, Ctrl 0.05)</translation>
    </message>
    <message>
        <source>To the threshold in force / recommended</source>
        <translation>Al umbral vigente / recomendado</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Escala logarítmica</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+arrastrar</translation>
    </message>
    <message>
        <source>Brush a range of scores; Esc clears it</source>
        <translation>Marcar un rango de puntajes; Esc lo borra</translation>
    </message>
    <message>
        <source>Ctrl+wheel / Ctrl+drag</source>
        <translation>Ctrl+rueda / Ctrl+arrastrar</translation>
    </message>
    <message>
        <source>Zoom; double click shows all again</source>
        <translation>Ampliar; doble clic muestra todo de nuevo</translation>
    </message>
    <message>
        <source>Take an added threshold out of the sweep</source>
        <translation>Quitar de la serie un umbral agregado</translation>
    </message>
    <message>
        <source>Left / Right / Up / Down</source>
        <translation>Izquierda / Derecha / Arriba / Abajo</translation>
    </message>
    <message>
        <source>In the likeness map: another two profiles</source>
        <translation>En el mapa de semejanza: otros dos perfiles</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In the likeness map: show their photos</source>
        <translation>En el mapa de semejanza: mostrar sus fotos</translation>
    </message>
    <message>
        <source>Up / Down</source>
        <translation>Arriba / Abajo</translation>
    </message>
    <message>
        <source>In the funnel: another step</source>
        <translation>En el embudo: otro paso</translation>
    </message>
    <message>
        <source>In the funnel: show what the step lost</source>
        <translation>En el embudo: mostrar lo que perdió el paso</translation>
    </message>
    <message>
        <source>In what looks suspicious: enlarge the pair (also Space)</source>
        <translation>En lo que parece sospechoso: ampliar el par (también Espacio)</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>In what looks suspicious: copy the ids</source>
        <translation>En lo que parece sospechoso: copiar los ID</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Conexión…</translation>
    </message>
    <message>
        <source>Please enter this profile’s password.</source>
        <translation>Escriba la contraseña de este perfil.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::ReportTab</name>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
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
        <translation>Serie, CSV…</translation>
    </message>
    <message>
        <source>Chart, PNG…</source>
        <translation>Gráfico, PNG…</translation>
    </message>
    <message>
        <source>Chart, SVG…</source>
        <translation>Gráfico, SVG…</translation>
    </message>
    <message>
        <source>For operations</source>
        <translation>Para la operación</translation>
    </message>
    <message>
        <source>The setting for the threshold at the cursor:</source>
        <translation>El ajuste para el umbral en el cursor:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the settings line</source>
        <translation>Copiar la línea de ajuste</translation>
    </message>
    <message>
        <source>Laying out the report…</source>
        <translation>Componiendo el informe…</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Aún no se ha analizado nada.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SharePane</name>
    <message>
        <source>the other sex</source>
        <translation>el otro sexo</translation>
    </message>
    <message>
        <source>either sex</source>
        <translation>cualquier sexo</translation>
    </message>
    <message>
        <source>the same sex</source>
        <translation>el mismo sexo</translation>
    </message>
    <message>
        <source>limit %1%</source>
        <translation>límite %1%</translation>
    </message>
    <message>
        <source>up to the %1% bound</source>
        <translation>hasta la cota del %1%</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>by hidden profiles</source>
        <translation>por perfiles ocultos</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>observado</translation>
    </message>
    <message>
        <source>not told: the data isn&apos;t sound</source>
        <translation>sin dato: los datos no son fiables</translation>
    </message>
    <message>
        <source>not told: the threshold in force is itself unsound</source>
        <translation>sin dato: el umbral vigente mismo no es fiable</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>none new</source>
        <translation>ninguna nueva</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, como máximo %2</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SimilarityMap</name>
    <message>
        <source>Likeness of the profiles</source>
        <translation>Semejanza de los perfiles</translation>
    </message>
    <message>
        <source>%1 and %2: likeness %3 (cosine)</source>
        <translation>%1 y %2: semejanza %3 (coseno)</translation>
    </message>
    <message>
        <source>Not known: only vectors tell how alike profiles are.</source>
        <translation>No se sabe: solo los vectores dicen cuánto se parecen los perfiles.</translation>
    </message>
    <message>
        <source>1: alike;  ring: one animal?</source>
        <translation>1: iguales;  anillo: ¿un animal?</translation>
    </message>
    <message>
        <source>1 profile</source>
        <translation>1 perfil</translation>
    </message>
    <message>
        <source>%1 profiles</source>
        <translation>%1 perfiles</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SummaryStrip</name>
    <message>
        <source>+0 assigned: nothing unassigned scores that high</source>
        <translation>+0 asignadas: ninguna sin asignar tiene un puntaje tan alto</translation>
    </message>
    <message>
        <source>+%1 assigned; how many wrong is not known</source>
        <translation>+%1 asignadas; no se sabe cuántas son erróneas</translation>
    </message>
    <message>
        <source>+%1 assigned, %2 wrong (at most %3)</source>
        <translation>+%1 asignadas, %2 erróneas (como máximo %3)</translation>
    </message>
    <message>
        <source>Show detections</source>
        <translation>Ver detecciones</translation>
    </message>
    <message>
        <source>Looser by 0.005 (Left)</source>
        <translation>Más laxo en 0.005 (Izquierda)</translation>
    </message>
    <message>
        <source>Stricter by 0.005 (Right)</source>
        <translation>Más estricto en 0.005 (Derecha)</translation>
    </message>
    <message>
        <source>Looser</source>
        <translation>Más laxo</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>Más estricto</translation>
    </message>
    <message>
        <source>Add to sweep</source>
        <translation>A la serie</translation>
    </message>
    <message>
        <source>Show %1 to %2</source>
        <translation>Ver %1 a %2</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet</source>
        <translation>Aún no se ha analizado nada</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>en %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SuspectsView</name>
    <message>
        <source>a deer without a profile</source>
        <translation>un animal sin perfil</translation>
    </message>
    <message>
        <source>Kind of suspicion</source>
        <translation>Tipo de sospecha</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Parecidos</translation>
    </message>
    <message>
        <source>Wrong sexes</source>
        <translation>Sexos erróneos</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Contradicciones</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Ráfagas</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>No hay ninguno.</translation>
    </message>
    <message>
        <source>This data doesn&apos;t show whether there are any.</source>
        <translation>Estos datos no muestran si los hay.</translation>
    </message>
    <message>
        <source>Nothing is analyzed yet.</source>
        <translation>Aún no se ha analizado nada.</translation>
    </message>
    <message>
        <source> No pair has a photo.</source>
        <translation> Ningún par tiene foto.</translation>
    </message>
    <message>
        <source> 1 of %L1 pairs has a photo.</source>
        <translation> 1 de %L1 pares tiene foto.</translation>
    </message>
    <message>
        <source> %L1 of %L2 pairs have a photo.</source>
        <translation> %L1 de %L2 pares tienen foto.</translation>
    </message>
    <message>
        <source>%1 and %2 may be one animal: over half of one&apos;s detections match the other, too.</source>
        <translation>%1 y %2 pueden ser un mismo animal: más de la mitad de las detecciones de uno coincide también con el otro.</translation>
    </message>
    <message>
        <source>%1 and %2 may be one animal: their profiles are as alike as a match, %3.</source>
        <translation>%1 y %2 pueden ser un mismo animal: sus perfiles se parecen tanto como una coincidencia, %3.</translation>
    </message>
    <message>
        <source>%1 was given to two animals of one photo.</source>
        <translation>%1 se asignó a dos animales de una foto.</translation>
    </message>
    <message>
        <source>%1 would be given to two animals of one photo, from %2 down.</source>
        <translation>%1 se asignaría a dos animales de una foto, de %2 hacia abajo.</translation>
    </message>
    <message>
        <source>Detection %1 may have the wrong sex: %2 with %3, only %4 with the closest deer of its own sex.</source>
        <translation>La detección %1 puede tener el sexo equivocado: %2 con %3, solo %4 con el animal más parecido de su propio sexo.</translation>
    </message>
    <message>
        <source>Suspicious pairs</source>
        <translation>Pares sospechosos</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>Show all pairs of this kind in the gallery</source>
        <translation>Mostrar en la galería todos los pares de este tipo</translation>
    </message>
    <message>
        <source>One burst of one animal has two deer: %1 and %2.</source>
        <translation>Una ráfaga de un animal tiene dos perfiles: %1 y %2.</translation>
    </message>
    <message>
        <source>One burst of one animal would have two deer, %1 and %2, from %3 down.</source>
        <translation>Una ráfaga de un animal tendría dos perfiles, %1 y %2, de %3 hacia abajo.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SweepCard</name>
    <message>
        <source>Sweep</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Add threshold</source>
        <translation>Agregar umbral</translation>
    </message>
    <message>
        <source>Threshold sweep</source>
        <translation>Serie de umbrales</translation>
    </message>
    <message>
        <source>0.20 to 1.00, such as 0.58</source>
        <translation>0.20 a 1.00, como 0.58</translation>
    </message>
    <message>
        <source>Threshold to add</source>
        <translation>Umbral por agregar</translation>
    </message>
    <message>
        <source>Which?</source>
        <translation>¿Cuáles?</translation>
    </message>
    <message>
        <source>Type a number from 0.20 to 1.00</source>
        <translation>Escriba un número de 0.20 a 1.00</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::SweepModel</name>
    <message>
        <source>%1, from</source>
        <translation>%1, de</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source> %1 to %2: %3 more detections assigned</source>
        <translation> %1 a %2: %3 detecciones asignadas más</translation>
    </message>
    <message>
        <source>, %1 of them wrong</source>
        <translation>, %1 de ellas erróneas</translation>
    </message>
    <message>
        <source>; the wrong share is at most %1 instead of %2</source>
        <translation>; la proporción errónea es como máximo %1 en vez de %2</translation>
    </message>
    <message>
        <source>%1 of %L2 detections</source>
        <translation>%1 con %L2 detecciones</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 alone: </source>
        <translation>solo %1: </translation>
    </message>
    <message>
        <source>The %1 only, at the loosest threshold at which at most %2% of their new assignments are wrong. Rate is of their %L3 detections, False of their %L4 unassigned ones, not of all.</source>
        <translation>Solo %1, con el umbral más laxo en el que como máximo el %2% de sus asignaciones nuevas es erróneo. “Tasa” es de sus %L3 detecciones, “Ajenos” de sus %L4 sin asignar, no de todas.</translation>
    </message>
    <message>
        <source>Assign where the best score is at least this</source>
        <translation>Asignar donde el mejor puntaje es al menos este</translation>
    </message>
    <message>
        <source>Unassigned detections that would get a profile</source>
        <translation>Detecciones sin asignar que recibirían un perfil</translation>
    </message>
    <message>
        <source>Share of all detections (of a sex, in its row) that would be assigned</source>
        <translation>Proporción de todas las detecciones (de un sexo, en su fila) que se asignaría</translation>
    </message>
    <message>
        <source>Estimated share of the new assignments that would be wrong</source>
        <translation>Proporción estimada de las asignaciones nuevas que sería errónea</translation>
    </message>
    <message>
        <source>Upper 95% bound of the wrong share</source>
        <translation>Límite superior (95%) de la proporción errónea</translation>
    </message>
    <message>
        <source>Score ≥</source>
        <translation>Valor ≥</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevas</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tasa</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Ajenos</translation>
    </message>
    <message>
        <source>False matches as a share of the unassigned (FPIR)</source>
        <translation>Coincidencias falsas como proporción de las no asignadas (FPIR)</translation>
    </message>
    <message>
        <source>Rows with a mark are of one sex alone, in which up to %1% may be wrong: %2.</source>
        <translation>Las filas marcadas son de un solo sexo, en el que puede haber hasta un %1% de erróneas: %2.</translation>
    </message>
    <message>
        <source>All rows are estimates, that of the certified threshold too; the certificate is in none of them.</source>
        <translation>Todas las filas son estimaciones, también la del umbral certificado; el certificado no entra en ninguna.</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::TimelineView</name>
    <message>
        <source>Asked for</source>
        <translation>Solicitado</translation>
    </message>
    <message>
        <source>Asked for, %1 in the queue</source>
        <translation>Solicitado, %1 en la cola</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>De vuelta en la cola</translation>
    </message>
    <message>
        <source>Taken, attempt %1</source>
        <translation>Tomado, intento %1</translation>
    </message>
    <message>
        <source>Taken by %1, attempt %2</source>
        <translation>Tomado por %1, intento %2</translation>
    </message>
    <message>
        <source>The worker fell silent, nobody took over</source>
        <translation>El proceso calló y nadie lo relevó</translation>
    </message>
    <message>
        <source>The worker on %1 fell silent</source>
        <translation>El proceso en %1 calló</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>File found missing</source>
        <translation>Faltaba el archivo</translation>
    </message>
    <message>
        <source>Found missing in Redis</source>
        <translation>Faltaba en Redis</translation>
    </message>
    <message>
        <source>Found removed</source>
        <translation>Se había quitado</translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation>Tomado por %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::TradeoffTab</name>
    <message>
        <source>What a looser threshold costs</source>
        <translation>Qué cuesta un umbral más laxo</translation>
    </message>
    <message>
        <source>thick line: estimate; band: up to the 95% bound; thin lines: what each search found by itself</source>
        <translation>línea gruesa: estimación; banda: hasta la cota del 95%; líneas finas: lo que halló cada búsqueda por sí sola</translation>
    </message>
    <message>
        <source>Wrong share over the threshold</source>
        <translation>Proporción errónea según el umbral</translation>
    </message>
    <message>
        <source>best similarity score among the profiles it may match</source>
        <translation>mejor puntaje de semejanza entre los perfiles posibles</translation>
    </message>
    <message>
        <source>Missed against wrong</source>
        <translation>Perdidas frente a erróneas</translation>
    </message>
    <message>
        <source>Detection error trade-off (DET) curve of the scores</source>
        <translation>Curva de compensación de errores (DET) de los puntajes</translation>
    </message>
    <message>
        <source>optimistic</source>
        <translation>optimista</translation>
    </message>
    <message>
        <source>Right matches were selected at ≥ %1.</source>
        <translation>Las coincidencias correctas se seleccionaron con ≥ %1.</translation>
    </message>
    <message>
        <source>A right match outscores a wrong one in %1% of pairs. At %2 as large a share of the right ones is missed as of the wrong ones passes: %3. From %4 right and %5 wrong matches. The right ones are those of assigned detections, so weak matches are missing among them and all of this flatters.</source>
        <translation>Una coincidencia correcta supera en puntaje a una errónea en el %1% de los pares. En %2 se pierde de las correctas una proporción igual a la que pasa de las erróneas: %3. De %4 coincidencias correctas y %5 erróneas. Las correctas son las de detecciones asignadas, así que entre ellas faltan coincidencias débiles y todo esto se ve mejor de lo que es.</translation>
    </message>
    <message>
        <source>Genuine against impostor scores: AUC %1, d&apos; %2, equal error rate %3</source>
        <translation>Puntajes genuinos frente a impostores: AUC %1, d&apos; %2, tasa de igual error %3</translation>
    </message>
    <message>
        <source>False matches as a share of the unassigned, over the threshold</source>
        <translation>Coincidencias falsas como proporción de las no asignadas, según el umbral</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
</context>
<context>
    <name>herdbook::ui::WrongSharePane</name>
    <message>
        <source>At %1: wrong share %2, at most %3
searching among %7 (decoys) %4, with profiles hidden (split gallery) %5, of a second animal under one profile %8, seen to contradict each other %6</source>
        <translation>En %1: proporción errónea %2, como máximo %3
buscando en %7 (señuelos) %4, con perfiles ocultos (galería dividida) %5, de un segundo animal bajo un mismo perfil %8, vistas en contradicción %6</translation>
    </message>
    <message>
        <source>Wrong share of the new ones</source>
        <translation>Proporción errónea de las nuevas</translation>
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
        <translation>par de control</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>puntaje %1</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>sin imagen</translation>
    </message>
</context>
</TS>
